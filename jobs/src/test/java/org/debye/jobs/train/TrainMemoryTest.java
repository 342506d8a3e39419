package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.debye.jobs.CommandProcess;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch that does not fit into memory is the user's to make smaller, and is said to be. */
@Timeout(600)
final class TrainMemoryTest {
  private static final int POINTS = 2000;

  @TempDir Path folder;

  @Test
  void aBatchThatDoesNotFitIsSaidToBeTooLarge() throws Exception {
    SpectralAxis axis = SmallRamps.axis(5, POINTS);
    Catalogue catalogue =
        SmallRamps.at(folder.resolve("tables"))
            .ramp("D1", axis, 12, frame -> frame < 12 ? "before" : "after")
            .ramp("D2", axis, 15, frame -> frame < 15 ? "before" : "after")
            .write();
    Path log = folder.resolve("log");
    // 2,460 spectra of which a step of the network keeps some 2 MB each.
    Process process =
        CommandProcess.start(
            log,
            List.of("-Dspark.task.cpus=1", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=1500m"),
            SmallRamps.words(
                catalogue,
                "model=resnet",
                "split.grouping=by-frame",
                "split.validation=0.2",
                "copies.count=60",
                "batch=2500"));
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log);
    assertThat(process.exitValue()).as(said).isEqualTo(ExitCode.USER_CAN_MEND.code());
    assertThat(said)
        .contains("2500 spectra does not fit", "Set a smaller batch")
        .doesNotContain("defect of Debye");
  }
}
