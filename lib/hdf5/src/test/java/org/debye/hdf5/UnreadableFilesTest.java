package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the file system refuses: when they are planned, and later when frames are read. */
class UnreadableFilesTest {
  private static final String CORRUPT = "corrupt.h5";

  @TempDir Path folder;

  /** A file system that refuses whoever asks, as one does whose permissions are missing. */
  private record Closed(GoldenLayouts files) implements FileOpener {
    private static final long serialVersionUID = 1L;

    @Override
    public PositionedFile open(URI uri) throws IOException {
      throw new AccessDeniedException(uri.getPath());
    }

    @Override
    public boolean exists(URI uri) {
      return files.exists(uri);
    }
  }

  private static StackCandidate candidate(String file) {
    URI uri = URI.create(GoldenLayouts.FOLDER + file);
    return new StackCandidate(file, List.of(new SourceFile(uri, 0, 0)));
  }

  @Test
  void failsAFileThatMayNotBeRead() {
    Closed closed = new Closed(new GoldenLayouts("raw_layouts"));

    Planning planning = new StackPlanner(closed, PlanSettings.defaults()).plan(candidate(CORRUPT));

    assertThat(planning).isInstanceOf(Planning.Failed.class);
    Planning.Failed failed = (Planning.Failed) planning;
    assertThat(failed.code()).isEqualTo(FailureCode.UNREADABLE_FILE);
    assertThat(failed.message())
        .isEqualTo(
            "hdfs://cluster/raw/corrupt.h5: cannot be opened: permission denied. Check the"
                + " permissions and the file system, then run again.");
  }

  @Test
  void failsFramesOfAFileThatMayNotBeReadAnyMore() {
    GoldenLayouts layouts = new GoldenLayouts("raw_layouts");
    FrameStack stack = ((Planning.Raw) layouts.plan(CORRUPT)).stack();
    FrameReader reader = new FrameReader(stack, new Closed(layouts));

    assertThatThrownBy(() -> reader.read(0, 0, new byte[stack.moduleBytes()]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hdfs://cluster/raw/corrupt.h5: cannot be opened: permission denied")
        .hasMessageEndingWith("Check the permissions and the file system, then run again.")
        .extracting(e -> ((InputException) e).code())
        .isEqualTo(FailureCode.UNREADABLE_FILE);
  }

  @Test
  void failsADirectoryThatIsNamedLikeAFile() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("scan.h5"));

    Planning planning = Listings.plan(directory);

    assertThat(planning).isInstanceOf(Planning.Failed.class);
    Planning.Failed failed = (Planning.Failed) planning;
    assertThat(failed.code()).isEqualTo(FailureCode.UNREADABLE_FILE);
    assertThat(failed.message()).contains("scan.h5").contains("permissions");
  }

  @Test
  void failsFramesOfAFileThatIsGone() {
    GoldenLayouts layouts = new GoldenLayouts("raw_layouts");
    FrameStack stack = ((Planning.Raw) layouts.plan(CORRUPT)).stack();
    layouts.files().remove(CORRUPT);
    FrameReader reader = new FrameReader(stack, layouts);

    assertThatThrownBy(() -> reader.read(0, 0, new byte[stack.moduleBytes()]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("corrupt.h5: the file is not there any more")
        .extracting(e -> ((InputException) e).code())
        .isEqualTo(FailureCode.MISSING_FILE);
  }
}
