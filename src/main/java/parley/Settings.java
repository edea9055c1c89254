package parley;

import java.util.List;
import java.util.stream.Stream;
import parley.conversation.TurnSettings;
import parley.dialect.xmr.XmrMemorySettings;
import parley.http.ServerSettings;
import parley.llm.CallSettings;
import parley.llm.CatalogSettings;
import parley.llm.builtin.BuiltinSettings;
import parley.llm.langchain.OpenAiSettings;
import parley.settings.Setting;
import parley.settings.SettingValues;
import parley.storage.DatabaseSettings;

/// Every setting there is. Each part declares its own, beside the code that reads it.
record Settings(
        ServerSettings server,
        DatabaseSettings database,
        CatalogSettings catalog,
        CallSettings calls,
        OpenAiSettings openAi,
        BuiltinSettings builtin,
        TurnSettings turns,
        XmrMemorySettings xmrMemory) {
    static final List<Setting<?>> ALL =
            Stream.of(
                            ServerSettings.ALL,
                            DatabaseSettings.ALL,
                            CatalogSettings.ALL,
                            CallSettings.ALL,
                            OpenAiSettings.ALL,
                            BuiltinSettings.ALL,
                            TurnSettings.ALL,
                            XmrMemorySettings.ALL)
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    static Settings from(SettingValues values) {
        return new Settings(
                ServerSettings.from(values),
                DatabaseSettings.from(values),
                CatalogSettings.from(values),
                CallSettings.from(values),
                OpenAiSettings.from(values),
                BuiltinSettings.from(values),
                TurnSettings.from(values),
                XmrMemorySettings.from(values));
    }
}
