package parley.llm;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Which model answers where none is named, and what whoever runs the server says of models.
///
/// @param defaultModel `provider/model`, or a bare name; empty for the first provider's own default
/// @param fallbacks who answers where a model cannot
/// @param prices what models cost; wins over all that is known otherwise
public record CatalogSettings(String defaultModel, Fallbacks fallbacks, PriceList prices) {
    static final Setting<String> DEFAULT_MODEL =
            Setting.text(
                    "model.default",
                    "",
                    "The model that answers where none is named, as provider/model. Empty: the"
                            + " default of the first provider that is set up, or builtin/parley.");
    static final Setting<Fallbacks> FALLBACKS =
            new Setting<>(
                    "model.fallbacks",
                    "rules: model -> model, model; …",
                    "",
                    "Which models answer where another cannot, as long as nothing of an answer was"
                            + " shown: openai/gpt-4o -> anthropic/claude-sonnet-4-5,"
                            + " builtin/parley; * -> builtin/parley. The * stands for all models"
                            + " without a rule of their own.",
                    false,
                    Fallbacks::parse);
    static final Setting<PriceList> PRICES =
            new Setting<>(
                    "model.prices",
                    "list: model=input/output",
                    "",
                    "Prices of models in US dollars for a million tokens, as name=input/output or"
                            + " name=input/cached/output, separated by commas. They win over what"
                            + " providers say and over those that come with Parley.",
                    false,
                    PriceList::parse);

    public static final List<Setting<?>> ALL = List.of(DEFAULT_MODEL, FALLBACKS, PRICES);

    /// Without fallbacks and prices.
    public CatalogSettings(String defaultModel) {
        this(defaultModel, Fallbacks.NONE, PriceList.NONE);
    }

    public static CatalogSettings from(SettingValues values) {
        return new CatalogSettings(
                values.get(DEFAULT_MODEL), values.get(FALLBACKS), values.get(PRICES));
    }
}
