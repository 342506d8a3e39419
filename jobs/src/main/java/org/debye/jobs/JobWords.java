package org.debye.jobs;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What may follow {@code debye JOB}. */
@CommandLine.Command
final class JobWords {
  @CommandLine.Option(names = {"-h", "--help"})
  boolean help;

  @CommandLine.Option(names = "--check")
  boolean check;

  @CommandLine.Parameters(paramLabel = "conf/JOB.yaml or key=value")
  List<String> words = new ArrayList<>();
}
