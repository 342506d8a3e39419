package org.debye.jobs;

import java.util.List;
import org.debye.jobs.config.Spelling;

/** What {@code submit/debye} alone prints. */
final class JobList {
  private JobList() {}

  static String of(List<Job<?>> jobs) {
    StringBuilder out = new StringBuilder();
    out.append("Detector frames to tables of spectra.\n\n")
        .append("  submit/debye JOB [conf/JOB.yaml] [key=value ...] [-- spark-submit options]\n")
        .append("  submit/debye JOB --help      the job's keys: type, default, unit, meaning\n")
        .append("  submit/debye JOB --check ... check the configuration and stop\n")
        .append("  submit/debye --version\n\nJobs\n");
    int widest = jobs.stream().mapToInt(job -> job.name().length()).max().orElse(0);
    for (Job<?> job : jobs) {
      String gap = " ".repeat(widest - job.name().length() + 3);
      out.append("  ").append(job.name()).append(gap).append(job.summary()).append('\n');
    }
    return out.append("\nExit codes: 0 done; 1 a defect of ours; 2 you can mend it; ")
        .append("3 finished, but some datasets failed.")
        .toString();
  }

  static String unknown(String word, List<Job<?>> jobs) {
    List<String> names = jobs.stream().map(Job::name).toList();
    String near = Spelling.nearest(word, names).map(n -> " Did you mean " + n + "?").orElse("");
    return "debye: there is no job "
        + word
        + "."
        + near
        + " Jobs: "
        + String.join(", ", names)
        + ".";
  }
}
