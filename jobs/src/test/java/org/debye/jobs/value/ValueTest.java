package org.debye.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.jobs.config.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
  @ParameterizedTest
  @CsvSource({
    "0.4836A,4.836e-11",
    "0.4836 Å,4.836e-11",
    "4.836e-11m,4.836e-11",
    "48.36pm,4.836e-11",
    "0.04836nm,4.836e-11",
    "25.637758154094346keV,4.836e-11",
    "25637.758154094347 eV,4.836e-11"
  })
  void wavelengthsCarryTheirUnit(String text, double metres) {
    assertThat(Wavelength.parse(text).metres()).isCloseTo(metres, within(1e-18));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4836", "4.836e-11", "0.4836 furlong", "A", "-1A", "4.836m", "1e-12A"})
  void aWavelengthWithoutUnitOrBeyondXraysIsRefused(String text) {
    assertThatThrownBy(() -> Wavelength.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void framesAreCountedFromZeroAndBothEndsBelong() {
    FrameRange range = FrameRange.parse("10:19");
    assertThat(range).isEqualTo(new FrameRange(10, 19L));
    assertThat(range.contains(9)).isFalse();
    assertThat(range.contains(10)).isTrue();
    assertThat(range.contains(19)).isTrue();
    assertThat(range.contains(20)).isFalse();
    assertThat(FrameRange.parse(":5")).isEqualTo(new FrameRange(0, 5L));
    assertThat(FrameRange.parse("5:").contains(Long.MAX_VALUE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "9:3", "-1:4", "a:b", "1:2:3", "1.5:3"})
  void whatIsNoRangeOfFramesIsRefused(String text) {
    assertThatThrownBy(() -> FrameRange.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void anAzimuthMayPassTheEnd() {
    assertThat(Interval.parse("170:-170")).isEqualTo(new Interval(170, -170));
    assertThat(Interval.parse("2.5:2e1")).isEqualTo(new Interval(2.5, 20));
    assertThatThrownBy(() -> Interval.parse("3:3")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Interval.parse("3")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void placesAreLocalPathsOrUris() {
    assertThat(Place.uri("hdfs://nn:8020/raw")).hasToString("hdfs://nn:8020/raw");
    assertThat(Place.uri("/a b/c").toString()).startsWith("file:///a%20b/c");
    assertThat(Place.uri("x/../y").getPath()).isEqualTo(System.getProperty("user.dir") + "/y");
  }
}
