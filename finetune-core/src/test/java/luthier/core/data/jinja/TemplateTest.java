package luthier.core.data.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2024-07-26T09:05:03.000042+02:00");

    private static String render(String template) {
        return Template.parse(template).render(Map.of(), NOW).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include 'x'",
                "import 'x' as y",
                "from 'x' import y",
                "extends 'x'",
                "block b",
                "trans",
                "do x",
                "autoescape true"
            })
    void unsupportedStatementsAreNamed(String statement) {
        assertThatThrownBy(() -> Template.parse("\n{% " + statement + " %}"))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        failure -> assertThat(failure.line()).isEqualTo(2))
                .hasMessageContaining("'" + statement.split(" ")[0] + "'");
    }

    @Test
    void recursiveLoopsAreRefused() {
        assertThatThrownBy(() -> Template.parse("{% for x in y recursive %}{% endfor %}"))
                .hasMessageContaining("recursive");
    }

    @Test
    void encodeIsRefused() {
        assertThatThrownBy(() -> render("{{ 'a'.encode('utf-8') }}")).hasMessageContaining("encode");
    }

    @Test
    void unknownFiltersAndTestsAreNamedOnlyWhereTheyRun() {
        assertThat(render("{% if false %}{{ 1|nofilter }}{{ 1 is notest }}{% endif %}ok"))
                .isEqualTo("ok");
        assertThatThrownBy(() -> render("{{ 1|nofilter }}")).hasMessageContaining("'nofilter'");
        assertThatThrownBy(() -> render("{{ 1 is notest }}")).hasMessageContaining("'notest'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{{ 1 +\\n + }}|2",
                "a\\nb\\n{{ 'x|3",
                "{# \\n\\n|1",
                "{% raw %}\\n|1",
                "\\n{{ (1] }}|2",
                "\\n\\n{% endif %}|3",
                "a\\n{{ ? }}|2",
                "{% set x\\n= %}|2",
                "{{ '\\n\\n' }}\\n{{ * }}|4"
            })
    void syntaxErrorsCarryTheirLine(String template, int line) {
        assertThatThrownBy(() -> Template.parse(template.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        failure -> assertThat(failure.line()).isEqualTo(line));
    }

    @Test
    void failuresCarryTheLineOfTheInnermostStatement() {
        assertThatThrownBy(() -> render("{% for x in [1] %}\n{% if x %}\n{{ x.y.z }}\n{% endif %}{% endfor %}"))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        failure -> assertThat(failure.line()).isEqualTo(3));
    }

    @Test
    void endlessRecursionAndEndlessNestingAreFailures() {
        assertThatThrownBy(() -> render("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("deep");
        assertThatThrownBy(() -> Template.parse("{{ " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + " }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'x' * 1000000000 }}",
                "{{ [1] * 1000000000 }}",
                "{{ 2 ** 100000000 }}",
                "{{ '%999999999d' % 1 }}",
                "{{ 'a'.center(999999999) }}",
                "{{ '%.999999999f' % 1.5 }}",
                "{{ range(100001) }}"
            })
    void whatWouldFillTheMemoryIsRefused(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%d %b %Y|26 Jul 2024",
                "%A %a %B|Friday Fri July",
                "%H:%M:%S.%f|09:05:03.000042",
                "%I %p|09 AM",
                "%y %m|24 07",
                "%j %w %u|208 5 5",
                "%e %-d %-m %-H|26 26 7 9",
                "%F %T %D %R|2024-07-26 09:05:03 07/26/24 09:05",
                "%c|Fri Jul 26 09:05:03 2024",
                "%U %W %V %G|29 30 30 2024",
                "[%Z%z]|[]",
                "100%%|100%"
            })
    void strftimeIsThatOfTheCLocale(String format, String expected) {
        assertThat(render("{{ strftime_now('" + format + "') }}")).isEqualTo(expected);
    }

    @Test
    void javaValuesBecomePythons() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("v", List.of(1, 2L, (short) 3, (byte) 4, 1.5f, new BigDecimal("0.1"), BigInteger.TWO.pow(70)));
        values.put("nothing", null);
        Template template = Template.parse("{{ v }}{{ nothing }}");
        assertThat(template.render(values, NOW).text()).isEqualTo("[1, 2, 3, 4, 1.5, 0.1, 1180591620717411303424]None");
    }

    @Test
    void aTemplateLeavesItsVariablesAsTheyWere() {
        Map<String, Object> variables = Map.of("messages", List.of(1, 2));
        Template template = Template.parse("{% set messages = messages[1:] %}{{ messages }}");
        assertThat(template.render(variables, NOW).text()).isEqualTo("[2]");
        assertThat(template.render(variables, NOW).text()).isEqualTo("[2]");
    }
}
