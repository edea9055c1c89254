package parley.analysis.sql;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions a query may call, for each engine. They look at values and nothing else: none
/// reads files, settings or the net, waits, or makes a long text out of a short one (`repeat`,
/// `lpad`, `format`), which engines do not stop in time.
public final class SqlFunctions {
    private static final String COMMON =
            """
            count sum avg min max coalesce nullif
            abs round ceil ceiling floor sign sqrt power pow exp ln log log10 log2 mod pi degrees
            radians sin cos tan asin acos atan atan2
            lower upper length trim ltrim rtrim replace substr substring concat concat_ws
            row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value
            nth_value
            """;

    private static final String STATISTICS =
            """
            stddev stddev_samp stddev_pop variance var_samp var_pop
            """;

    private static final String REGRESSION =
            """
            corr covar_samp covar_pop regr_slope regr_intercept regr_r2 regr_count regr_avgx
            regr_avgy regr_sxx regr_syy regr_sxy
            """;

    private static final Map<Engine, Set<String>> FUNCTIONS = new EnumMap<>(Engine.class);

    static {
        FUNCTIONS.put(
                Engine.POSTGRESQL,
                words(
                        COMMON,
                        STATISTICS,
                        REGRESSION,
                        """
                        percentile_cont percentile_disc mode bool_and bool_or every string_agg
                        bit_and bit_or
                        trunc cbrt div width_bucket greatest least
                        date_trunc date_part date_bin extract age now make_date make_timestamp
                        make_interval to_char to_date to_timestamp to_number isfinite
                        justify_days justify_hours justify_interval timezone
                        left right strpos position char_length character_length btrim reverse
                        initcap split_part starts_with translate ascii
                        regexp_like regexp_count regexp_substr regexp_instr
                        """));
        FUNCTIONS.put(
                Engine.MYSQL,
                words(
                        COMMON,
                        STATISTICS,
                        """
                        std group_concat median percentile_cont percentile_disc any_value
                        bit_and bit_or truncate greatest least if ifnull isnull
                        year quarter month week weekday weekofyear yearweek dayofweek dayofmonth
                        dayofyear day hour minute second microsecond date time dayname monthname
                        date_format time_format str_to_date date_add date_sub adddate subdate
                        datediff timediff timestampdiff timestampadd timestamp makedate last_day
                        to_days from_days to_seconds unix_timestamp from_unixtime period_diff
                        period_add time_to_sec sec_to_time now curdate utc_date utc_timestamp
                        extract left right locate instr position char_length character_length
                        reverse substring_index field find_in_set ascii lcase ucase mid strcmp
                        regexp_like regexp_instr regexp_substr
                        """));
        FUNCTIONS.put(
                Engine.SQLITE,
                words(
                        COMMON,
                        """
                        total group_concat string_agg trunc ifnull iif instr typeof
                        date time datetime julianday unixepoch strftime timediff
                        median percentile percentile_cont percentile_disc stdev variance
                        """));
        FUNCTIONS.put(
                Engine.DUCKDB,
                words(
                        COMMON,
                        STATISTICS,
                        REGRESSION,
                        """
                        percentile_cont percentile_disc quantile quantile_cont quantile_disc median
                        mode mad skewness kurtosis entropy sem approx_count_distinct
                        approx_quantile arg_min arg_max argmin argmax min_by max_by any_value first
                        last bool_and bool_or count_if countif count_star string_agg group_concat
                        listagg product fsum favg kahan_sum
                        trunc cbrt greatest least ifnull isnan isinf isfinite even fdiv fmod
                        date_trunc datetrunc date_part datepart date_diff datediff date_sub datesub
                        date_add extract age now today make_date make_time make_timestamp last_day
                        time_bucket strftime strptime try_strptime epoch epoch_ms dayname monthname
                        year month day quarter week weekday weekofyear yearweek isoyear isodow
                        dayofweek dayofmonth dayofyear decade century hour minute second
                        millisecond to_timestamp to_days to_weeks to_months to_quarters to_years
                        to_hours to_minutes to_seconds
                        left right strpos instr position strlen char_length character_length lcase
                        ucase reverse translate split_part starts_with ends_with prefix suffix
                        contains strip_accents ascii typeof
                        regexp_matches regexp_full_match regexp_extract regexp_replace
                        """));
    }

    private SqlFunctions() {}

    /// The names, in small letters.
    public static Set<String> of(Engine engine) {
        return FUNCTIONS.getOrDefault(engine, Set.of());
    }

    private static Set<String> words(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
