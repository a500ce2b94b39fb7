package luthier.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void bytesHaveAboutThreeDigits() {
        assertThat(Figures.bytes(0)).isEqualTo("0 B");
        assertThat(Figures.bytes(1023)).isEqualTo("1023 B");
        assertThat(Figures.bytes(1024)).isEqualTo("1.00 KiB");
        assertThat(Figures.bytes(812L << 20)).isEqualTo("812 MiB");
        assertThat(Figures.bytes((1L << 30) - 1)).isEqualTo("1.00 GiB");
        assertThat(Figures.bytes(3L << 29)).isEqualTo("1.50 GiB");
        assertThat(Figures.bytes(25L << 30)).isEqualTo("25.0 GiB");
        assertThat(Figures.bytes(5000L << 40)).isEqualTo("5,000 TiB");
    }

    @Test
    void durationsChangeTheirUnits() {
        assertThat(Figures.duration(0.42)).isEqualTo("0.4 s");
        assertThat(Figures.duration(9.97)).isEqualTo("10 s");
        assertThat(Figures.duration(59.4)).isEqualTo("59 s");
        assertThat(Figures.duration(59.6)).isEqualTo("1 min 00 s");
        assertThat(Figures.duration(192)).isEqualTo("3 min 12 s");
        assertThat(Figures.duration(7500)).isEqualTo("2 h 05 min");
    }

    @Test
    void numbersAreGroupedAndRounded() {
        assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Figures.rate(3456.4)).isEqualTo("3,456");
        assertThat(Figures.rate(99.96)).isEqualTo("100");
        assertThat(Figures.rate(45.62)).isEqualTo("45.6");
        assertThat(Figures.rate(9.999)).isEqualTo("10.0");
        assertThat(Figures.percent(0.0123)).isEqualTo("1.23 %");
        assertThat(Figures.percent(1)).isEqualTo("100 %");
    }

    @Test
    void aLossThatIsNoNumberIsSaidSo() {
        assertThat(Figures.loss(2.34567)).isEqualTo("2.3457");
        assertThat(Figures.loss(Double.NaN)).isEqualTo("not a number");
        assertThat(Figures.loss(Double.POSITIVE_INFINITY)).isEqualTo("not a number");
    }
}
