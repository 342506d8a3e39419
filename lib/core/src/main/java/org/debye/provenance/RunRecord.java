package org.debye.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What made a row: enough to make it again. One for each execution of a job.
 *
 * @param runId unique to the execution
 * @param job name on the command line
 * @param inputs URIs or patterns as given, in the order given
 * @param configuration the full configuration, defaults included, as canonical text
 * @param codeRevision version control revision or release of this code
 * @param spark Spark version, empty outside Spark
 * @param seed null where nothing random is done
 * @param end null while running
 * @param outcomes counts by name: reduced, failed, frames ...
 */
public record RunRecord(
    String runId,
    String job,
    List<String> inputs,
    String configuration,
    String codeRevision,
    Host host,
    String spark,
    @Nullable Long seed,
    Instant start,
    @Nullable Instant end,
    Map<String, Long> outcomes) {

  public RunRecord {
    if (runId.isBlank() || job.isBlank()) {
      throw new IllegalArgumentException(
          "a run has an id and a job: '" + runId + "', '" + job + "'");
    }
    inputs = List.copyOf(inputs);
    outcomes = Map.copyOf(outcomes);
  }

  /** Begins a record now, on this machine. */
  public static Builder begin(String job) {
    return new Builder(job);
  }

  /** The same run, ended now with these counts. */
  public RunRecord ended(Map<String, Long> counts) {
    return new RunRecord(
        runId,
        job,
        inputs,
        configuration,
        codeRevision,
        host,
        spark,
        seed,
        start,
        Instant.now(),
        counts);
  }

  /** Collects what a job knows of itself. Not thread safe. */
  public static final class Builder {
    private final String job;
    private final Instant start = Instant.now();
    private List<String> inputs = List.of();
    private String configuration = "";
    private String spark = "";
    private @Nullable Long seed;

    private Builder(String job) {
      this.job = job;
    }

    public Builder inputs(List<String> given) {
      inputs = List.copyOf(given);
      return this;
    }

    /** Canonical text: equal settings give equal text. */
    public Builder configuration(String text) {
      configuration = text;
      return this;
    }

    public Builder spark(String version) {
      spark = version;
      return this;
    }

    public Builder seed(long given) {
      seed = given;
      return this;
    }

    /** The record, with a new run id, the code's revision and this machine's description. */
    public RunRecord build() {
      return new RunRecord(
          UUID.randomUUID().toString(),
          job,
          inputs,
          configuration,
          CodeRevision.current(),
          Host.current(),
          spark,
          seed,
          start,
          null,
          new TreeMap<>());
    }
  }
}
