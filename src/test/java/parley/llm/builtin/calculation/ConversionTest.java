package parley.llm.builtin.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 km in miles | 10 kilometres ≈ 6.213712 miles",
                "convert 1 mile to km | 1 mile = 1.609344 kilometres",
                "how many feet are in a mile | 1 mile = 5280 feet",
                "how many seconds in a day | 1 day = 86400 seconds",
                "half an hour in minutes | 0.5 hours = 30 minutes",
                "5 feet to cm | 5 feet = 152.4 centimetres",
                "100 F to C | 100 °F ≈ 37.77778 °C",
                "-40 °C in °F | -40 °C = -40 °F",
                "0 K to celsius | 0 kelvin = -273.15 °C",
                "-500 C to F | That is below absolute zero, so there is no such temperature.",
                "5 GB in MB | 5 gigabytes = 5000 megabytes",
                "1 GiB in MiB | 1 gibibyte = 1024 mebibytes",
                "100 Mb to MB | 100 megabits = 12.5 megabytes",
                "2.5 kg to pounds | 2.5 kilograms ≈ 5.511557 pounds",
                "2,5 kg in g | 2.5 kilograms = 2500 grams",
                "60 mph in km/h | 60 miles per hour = 96.56064 kilometres per hour",
                "3 hours in minutes | 3 hours = 180 minutes",
                "5 kg to metres | One measures mass and the other length, so kilograms cannot be converted to metres.",
                "100 USD in EUR | none",
                "2 and 2 in total | none"
            })
    void unitsAreConverted(String line, String result) {
        String said =
                switch (Conversion.convert(line)) {
                    case Calculation.Solved solved -> solved.line();
                    case Calculation.Refused refused -> refused.sentence();
                    case Calculation.None _ -> "none";
                };
        assertThat(said).isEqualTo(result);
    }
}
