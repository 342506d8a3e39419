package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.debye.jobs.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text files into the tables and out again. */
class ImportTest {
  @TempDir Path folder;

  @Test
  void whatIsImportedIsExported() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    Files.writeString(input.resolve("b.xy"), "# made\n1.5 10\n2.5 20.25\n");
    Files.writeString(input.resolve("a.dat"), "angle,counts,other\n1,3,9\n2,4,8\n");
    Files.writeString(input.resolve("words.txt"), "no numbers here\n");

    CommandLine run = imports(input, "columns.intensity=2");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out()).contains("imported  2 datasets, 1 failed; 2 spectra in ");
    assertThat(run.out()).contains("failed  words  MALFORMED_TEXT: ");
    CommandLine csv =
        CommandLine.run(
            "export", "catalogue=" + folder.resolve("tables"), "format=csv", "output=-");
    assertThat(csv.code()).as(csv.err()).isEqualTo(ExitCode.DONE);
    assertThat(csv.out().replaceAll("(?m)^([ab])-[0-9a-f]+,", "$1,"))
        .isEqualTo(
            """
            dataset_id,frame,two_theta_deg,intensity,sigma,baseline
            a,0,1.0,3.0,,
            a,0,2.0,4.0,,
            b,0,1.5,10.0,,
            b,0,2.5,20.25,,
            """);
  }

  private CommandLine imports(Path input, String... more) {
    String[] words = {
      "import", "input=" + input, "catalogue=" + folder.resolve("tables"), "axis.kind=2th_deg"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandLine.run(all);
  }
}
