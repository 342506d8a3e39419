package org.debye.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Trials that have passed, in a file of the module's folder {@code target/faults}: what is there is
 * not tried again, so that many kills can be made in batches. Delete the file to begin anew.
 */
final class Trials {
  private static final String HEADER = "trial,kills,what,summary";

  private final Path file;
  private final List<String> lines = new ArrayList<>();

  Trials(String name) throws IOException {
    file = Files.createDirectories(Path.of("target", "faults")).resolve(name + ".csv");
    if (Files.exists(file)) {
      lines.addAll(Files.readAllLines(file).stream().skip(1).toList());
    } else {
      Files.writeString(file, HEADER + "\n");
    }
  }

  /** The next trial's number, which its seed is made of. */
  int next() {
    return lines.size();
  }

  /** Kills in all. */
  int kills() {
    return lines.stream().mapToInt(line -> Integer.parseInt(line.split(",", -1)[1])).sum();
  }

  /**
   * Notes one that has passed.
   *
   * @param what happened, and when
   * @param summary what the last run said of what it did
   */
  void passed(int kills, String what, String summary) throws IOException {
    String line =
        lines.size() + "," + kills + "," + what.replace(',', ';') + "," + summary.replace(',', ';');
    System.out.println(file.getFileName() + " " + line);
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    lines.add(line);
  }
}
