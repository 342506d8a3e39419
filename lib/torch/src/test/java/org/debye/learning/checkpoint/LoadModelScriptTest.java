package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/load_model.py, run by the system's Python. Skips where that has no torch. */
final class LoadModelScriptTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPT =
      Path.of(System.getProperty("debye.root", ".")).resolve("docs").resolve("load_model.py");

  @Test
  void pythonReadsWhatIsWritten(@TempDir Path temporary) throws Exception {
    Path folder = temporary.resolve("model");
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && run(folder, "-c", "import torch, numpy").ok(),
        "skipped: " + PYTHON + " has no torch and numpy");
    StateDict weights = SafeTensors.read(Golden.bytes("safetensors_weights.safetensors"), "golden");
    StateDict training =
        StateDict.of(List.of(NamedArray.ofLongs("optimiser.step", new long[] {620})));
    ModelFolder.at(new LocalFolderStore(folder))
        .save(new Checkpoint(ExampleModel.card(12, "run"), weights, Optional.of(training)), 0);
    Outcome printed = run(folder, SCRIPT.toString(), folder.toString());
    assertThat(printed.text())
        .startsWith("cnn, epoch 12, classes ['before', 'after']\n")
        .contains(
            "features.0.weight  float32  [4, 1, 5]\n",
            "features.1.num_batches_tracked  int64  []\n",
            "brain.halves  bfloat16  [14]\n",
            "mask  bool  [2, 2]\n",
            "none  float32  [0, 3]\n")
        .hasLineCount(1 + weights.names().size());
    assertThat(run(folder, SCRIPT.toString(), folder.toString(), "training").text())
        .endsWith("optimiser.step  int64  []\n");
  }

  private static Outcome run(Path folder, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(words));
    Path output = folder.resolveSibling("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    return new Outcome(ended && process.exitValue() == 0, text(output));
  }

  private static String text(Path output) throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private record Outcome(boolean ok, String text) {}
}
