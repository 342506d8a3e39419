package org.debye.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.debye.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/formats.md names what tables hold. */
final class StudyNamesTest {
  private static final Path FORMATS =
      Path.of(System.getProperty("debye.root", ".")).resolve("docs").resolve("formats.md");

  private static String section(String from, String to) throws IOException {
    String text = Files.readString(FORMATS);
    int begin = text.indexOf(from);
    return text.substring(begin, text.indexOf(to, begin + from.length()));
  }

  @ParameterizedTest
  @EnumSource(StudyMetric.class)
  void everyMetricIsDescribed(StudyMetric metric) throws IOException {
    assertThat(section("| metric |", "| array |")).contains("`" + metric.key() + "`");
  }

  @ParameterizedTest
  @EnumSource(StudyArray.class)
  void everyArrayIsDescribed(StudyArray array) throws IOException {
    assertThat(section("| array |", "###")).contains("`" + array.key() + "`");
  }

  @Test
  void everyCodeIsDescribed() throws IOException {
    for (FailureCode code : FailureCode.values()) {
      assertThat(section("## Error codes", "**Filters.**")).contains("| `" + code + "` |");
    }
  }
}
