package org.debye.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

final class FullDiskTest {

  @Test
  void whatTheSystemSaidIsFoundInAnyWrapping() {
    IOException full = new IOException("No space left on device");
    FileSystemException readOnly =
        new FileSystemException("/data/tables/models", null, "Read-only file system");
    IllegalStateException closing = new IllegalStateException("cannot be closed");
    closing.addSuppressed(new Error(full));

    assertThat(FullDisk.said(new UncheckedIOException(full)))
        .hasValueSatisfying(said -> assertThat(said).startsWith("No space left on device. Make"));
    assertThat(FullDisk.said(new RuntimeException(closing))).isPresent();
    assertThat(FullDisk.said(new UncheckedIOException(readOnly)))
        .hasValueSatisfying(
            said -> assertThat(said).startsWith("/data/tables/models: Read-only file system. "));
    assertThat(
            FullDisk.said(
                new IllegalStateException(
                    "the ranks have failed",
                    new SparkException(
                        "Job aborted: java.io.UncheckedIOException:"
                            + " java.nio.file.FileSystemException: /d/t: Read-only file system\n\tat"))))
        .hasValueSatisfying(said -> assertThat(said).startsWith("/d/t: Read-only file system. "));
  }

  @Test
  void otherTroubleIsNotTakenForIt() {
    IllegalStateException round = new IllegalStateException("no space for a class");
    round.addSuppressed(new IllegalStateException(round));
    assertThat(FullDisk.said(round)).isEmpty();
    assertThat(FullDisk.said(new OutOfMemoryError())).isEmpty();
  }
}
