package org.debye.hdf5.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRootsTest {
  private final AllowedRoots roots = new AllowedRoots(List.of(URI.create("hdfs://nn/raw/run7/")));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://nn/raw/run7/a.h5",
        "hdfs://nn/raw/run7/deep/er/a.h5",
        "hdfs://nn/raw/run7/x/../a.h5",
        "HDFS://nn/raw/run7/a%20b.h5",
      })
  void whatLiesWithinIsAllowed(String file) {
    assertThat(roots.allow(URI.create(file))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://nn/raw/run8/a.h5",
        "hdfs://nn/raw/run77/a.h5",
        "hdfs://nn/raw/run7/../run8/a.h5",
        // Hadoop's Path decodes these and follows them.
        "hdfs://nn/raw/run7/%2e%2e/run8/a.h5",
        "hdfs://nn/raw/run7/x/%2E%2E/%2E%2E/run8/a.h5",
        "hdfs://nn/%2e%2e/%2e%2e/a.h5",
        "hdfs://other/raw/run7/a.h5",
        "file:///raw/run7/a.h5",
        "s3a://nn/raw/run7/a.h5",
        "http://nn/raw/run7/a.h5",
      })
  void whatLeadsOutIsNot(String file) {
    assertThat(roots.allow(URI.create(file))).isFalse();
  }

  @Test
  void aSymbolicLinkDoesNotLeadOut() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Path outside = Files.writeString(folder.resolve("secret.h5"), "x");
    Path link = Files.createSymbolicLink(inside.resolve("link.h5"), outside);
    AllowedRoots local = new AllowedRoots(List.of(inside.toUri()));
    assertThat(local.allow(link.toUri())).isFalse();
    assertThat(local.allow(inside.resolve("plain.h5").toUri())).isTrue();
  }
}
