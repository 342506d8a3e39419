package org.debye.jobs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.LabelText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged files of labels. */
class LabelFuzzTest {
  private static final Map<String, byte[]> CORPUS =
      Map.of(
          "names.csv",
              bytes("dataset_id,frame,label\na,0,before\na,1,during\na,2,after\nb,0,before\n"),
          "numbers.csv", bytes("frame,label,dataset_id\n0,1,\"a\"\n1,2,\"a\"\n7,0,b\n"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void someHundredDamagedFilesAreReadOrRefused() {
    Fuzzing.check("labels", Fuzzing.run(CORPUS, LabelFuzzTest::read, 0, 500));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedFilesAreReadOrRefused() {
    Fuzzing.check("labels", Fuzzing.run(CORPUS, LabelFuzzTest::read, 0, 10_000));
  }

  private static boolean read(String name, byte[] damaged) {
    try {
      String text = new String(damaged, StandardCharsets.UTF_8);
      for (LabelRow row : LabelText.read(name, text.lines().toList(), "run")) {
        assertThat(row.frame()).isNotNegative();
      }
      return true;
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(name);
      return false;
    }
  }
}
