package org.debye.spark.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.hdf5.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceListingTest {
  private static final HadoopSettings HADOOP = new HadoopSettings(Map.of());

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    for (String name : List.of("x.h5", "a/y.nxs", "a/b/z 1.hdf5", "a/notes.txt", ".hidden.h5")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private static List<String> names(ListedSources listed) {
    return listed.files().stream().map(SourceFile::name).sorted().toList();
  }

  @Test
  void directoriesAreSearchedToAnyDepth() {
    ListedSources listed =
        new SourceListing(HADOOP, SourceSelection.hdf5()).list(List.of(folder.toString()));
    assertThat(names(listed)).containsExactly("x.h5", "y.nxs", "z 1.hdf5");
    SourceFile z =
        listed.files().stream()
            .filter(file -> file.name().startsWith("z"))
            .findFirst()
            .orElseThrow();
    assertThat(z.uri()).isEqualTo(folder.resolve("a/b/z 1.hdf5").toUri());
    assertThat(z.size()).isEqualTo(12);
    assertThat(z.modified()).isEqualTo(folder.resolve("a/b/z 1.hdf5").toFile().lastModified());
  }

  @Test
  void anInputThatIsNamedTwiceIsListedOnce() {
    String x = folder.resolve("x.h5").toString();
    ListedSources listed =
        new SourceListing(HADOOP, SourceSelection.hdf5())
            .list(List.of(x, folder.toString(), folder + "/*.h5", folder.toUri().toString()));
    assertThat(names(listed)).containsExactly("x.h5", "y.nxs", "z 1.hdf5");
    assertThat(listed.missing()).isEmpty();
  }

  @Test
  void globsChoose() {
    SourceSelection selection = new SourceSelection(List.of("*.txt", "y*"), List.of("*.nxs"));
    assertThat(names(new SourceListing(HADOOP, selection).list(List.of(folder.toString()))))
        .containsExactly("notes.txt");
    assertThat(
            names(
                new SourceListing(HADOOP, selection)
                    .list(List.of(folder.resolve("x.h5").toString()))))
        .containsExactly("x.h5");
  }

  @Test
  void oneMissingAmongSeveralIsNotedAndAllMissingIsAnError() {
    SourceListing listing = new SourceListing(HADOOP, SourceSelection.hdf5());
    String absent = folder.resolve("absent.h5").toString();
    assertThat(listing.list(List.of(absent, folder.toString())).missing())
        .containsExactly(Path.of(absent).toUri());
    assertThatThrownBy(() -> listing.list(List.of(absent)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.h5")
        .hasMessageContaining("there is nothing here");
    assertThatThrownBy(
            () ->
                new SourceListing(HADOOP, new SourceSelection(List.of("*.cbf"), List.of()))
                    .list(List.of(folder.toString())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file here has the name of an HDF5 file");
  }
}
