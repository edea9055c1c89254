package parley;

import java.util.List;
import java.util.stream.Stream;
import parley.analysis.chart.ChartSettings;
import parley.analysis.csv.CsvSettings;
import parley.analysis.sql.DataSettings;
import parley.conversation.TurnSettings;
import parley.dialect.xmr.XmrMemorySettings;
import parley.document.DocumentSettings;
import parley.document.extract.ExtractionSettings;
import parley.document.search.SearchSettings;
import parley.export.ImportSettings;
import parley.http.ServerSettings;
import parley.image.ImageSettings;
import parley.image.UploadSettings;
import parley.image.intake.IntakeSettings;
import parley.image.onnx.OnnxSettings;
import parley.image.remote.RemoteImageSettings;
import parley.limit.LimitSettings;
import parley.limit.redis.RedisSettings;
import parley.llm.CallSettings;
import parley.llm.CatalogSettings;
import parley.llm.RoutingSettings;
import parley.llm.builtin.BuiltinSettings;
import parley.llm.langchain.OllamaSettings;
import parley.llm.langchain.OpenAiSettings;
import parley.llm.langchain.anthropic.AnthropicSettings;
import parley.llm.langchain.huggingface.HuggingFaceSettings;
import parley.llm.local.LocalSettings;
import parley.llm.local.download.DownloadSettings;
import parley.reply.ReplySettings;
import parley.settings.Setting;
import parley.settings.SettingValues;
import parley.storage.DatabaseSettings;
import parley.telemetry.TelemetrySettings;

/// Every setting there is. Each part declares its own, beside the code that reads it.
record Settings(
        ServerSettings server,
        DatabaseSettings database,
        CatalogSettings catalog,
        CallSettings calls,
        RoutingSettings routing,
        List<OpenAiSettings> openAi,
        OllamaSettings ollama,
        AnthropicSettings anthropic,
        HuggingFaceSettings huggingFace,
        LocalSettings local,
        BuiltinSettings builtin,
        TurnSettings turns,
        LimitSettings limits,
        RedisSettings redis,
        TelemetrySettings telemetry,
        XmrMemorySettings xmrMemory,
        DataSettings data,
        CsvSettings csv,
        ChartSettings charts,
        ExtractionSettings extraction,
        SearchSettings passages,
        ImageSettings images,
        UploadSettings uploads,
        IntakeSettings intake,
        RemoteImageSettings remoteImages,
        OnnxSettings onnx,
        DocumentSettings documents,
        ImportSettings imports,
        ReplySettings replies) {
    static final List<Setting<?>> ALL =
            Stream.of(
                            ServerSettings.ALL,
                            DatabaseSettings.ALL,
                            CatalogSettings.ALL,
                            CallSettings.ALL,
                            RoutingSettings.ALL,
                            OpenAiSettings.ALL,
                            OllamaSettings.ALL,
                            AnthropicSettings.ALL,
                            HuggingFaceSettings.ALL,
                            LocalSettings.ALL,
                            DownloadSettings.ALL,
                            BuiltinSettings.ALL,
                            TurnSettings.ALL,
                            LimitSettings.ALL,
                            RedisSettings.ALL,
                            TelemetrySettings.ALL,
                            XmrMemorySettings.ALL,
                            DataSettings.ALL,
                            CsvSettings.ALL,
                            ChartSettings.ALL,
                            ExtractionSettings.ALL,
                            SearchSettings.ALL,
                            ImageSettings.ALL,
                            UploadSettings.ALL,
                            IntakeSettings.ALL,
                            RemoteImageSettings.ALL,
                            OnnxSettings.ALL,
                            DocumentSettings.ALL,
                            ImportSettings.ALL,
                            ReplySettings.ALL)
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    static Settings from(SettingValues values) {
        return new Settings(
                ServerSettings.from(values),
                DatabaseSettings.from(values),
                CatalogSettings.from(values),
                CallSettings.from(values),
                RoutingSettings.from(values),
                OpenAiSettings.allConfigured(values),
                OllamaSettings.from(values),
                AnthropicSettings.from(values),
                HuggingFaceSettings.from(values),
                LocalSettings.from(values),
                BuiltinSettings.from(values),
                TurnSettings.from(values),
                LimitSettings.from(values),
                RedisSettings.from(values),
                TelemetrySettings.from(values),
                XmrMemorySettings.from(values),
                DataSettings.from(values),
                CsvSettings.from(values),
                ChartSettings.from(values),
                ExtractionSettings.from(values),
                SearchSettings.from(values),
                ImageSettings.from(values),
                UploadSettings.from(values),
                IntakeSettings.from(values),
                RemoteImageSettings.from(values),
                OnnxSettings.from(values),
                DocumentSettings.from(values),
                ImportSettings.from(values),
                ReplySettings.from(values));
    }
}
