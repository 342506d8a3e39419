package org.debye.spark.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.provenance.Host;
import org.debye.provenance.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Notes beside the tables of what a run is about to write, since no commit spans two tables.
 *
 * <p>A batch is noted before the first of its rows is committed, and the note is removed after its
 * rows of {@code datasets}, the last, are. A note that is found at the start belongs to a killed
 * run: its datasets that have no row of that run are removed from the tables and are done again. A
 * note is written to another name and moved, so it is whole or not there.
 */
public final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A note of a batch names a few thousand datasets. */
  private static final int LONGEST = 1 << 28;

  private final Catalogue catalogue;

  Journal(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Datasets that a run was about to write. */
  public record Batch(String runId, int number, List<String> datasetIds) {
    public Batch {
      requireName(runId);
      datasetIds = List.copyOf(datasetIds);
    }

    private String file() {
      return "pending/" + runId + "-" + number + ".json";
    }
  }

  /** Ids that were read from a file become the names of files that are deleted. */
  private static String requireName(String runId) {
    if (!runId.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      throw new IllegalArgumentException("'" + runId + "' is no id of a run");
    }
    return runId;
  }

  /** Notes a batch, before its first commit. */
  public void begin(Batch batch) {
    write(batch.file(), batch);
  }

  /** Forgets a batch, after its last commit. */
  public void end(Batch batch) {
    remove(batch.file());
  }

  /** Batches that were begun and not ended. */
  public List<Batch> pending() {
    return read("pending", Batch.class);
  }

  /** Notes a run, before its first batch. */
  public void begin(RunRecord run) {
    write("runs/" + run.runId() + ".json", RunNote.of(run));
  }

  /** Forgets a run, after its record is in its table. */
  public void end(RunRecord run) {
    remove("runs/" + run.runId() + ".json");
  }

  /** Runs whose record is not in the table, or may not be. */
  public List<RunRecord> runs() {
    return read("runs", RunNote.class).stream().map(RunNote::record).toList();
  }

  void write(String name, Object note) {
    try {
      Path target = catalogue.own(name);
      Path written = new Path(target.getParent(), "." + UUID.randomUUID() + ".tmp");
      try (OutputStream out = PlainFile.create(written, catalogue.configuration())) {
        out.write(JSON.writeValueAsBytes(note));
      }
      if (!PlainFile.system(target, catalogue.configuration()).rename(written, target)) {
        throw new IOException("cannot rename " + written + " to " + target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String name) {
    try {
      catalogue.files().delete(catalogue.own(name), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One note. */
  <T> T one(String name, Class<T> type) {
    try (InputStream in = catalogue.files().open(catalogue.own(name))) {
      return JSON.readValue(in.readNBytes(LONGEST), type);
    } catch (JsonProcessingException e) {
      throw InputException.of(
          FailureCode.CORRUPT_METADATA,
          String.valueOf(catalogue.own(name)),
          "the note of a run that was killed cannot be read (" + e.getOriginalMessage() + ")",
          "Put the file back as it was; without it nobody knows which rows that run began.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the notes in a folder, with their ending. */
  List<String> names(String folder) {
    List<String> names = new ArrayList<>();
    try {
      for (FileStatus status : catalogue.files().listStatus(catalogue.own(folder))) {
        if (status.getPath().getName().endsWith(".json")) {
          names.add(status.getPath().getName());
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** All notes in a folder. */
  <T> List<T> read(String folder, Class<T> type) {
    List<T> notes = new ArrayList<>();
    for (String name : names(folder)) {
      notes.add(one(folder + "/" + name, type));
    }
    return notes;
  }

  /** A {@link RunRecord} in JSON's types. */
  record RunNote(
      String runId,
      String job,
      List<String> inputs,
      String configuration,
      String codeRevision,
      List<String> host,
      String spark,
      @Nullable Long seed,
      String start) {
    static RunNote of(RunRecord run) {
      Host host = run.host();
      return new RunNote(
          run.runId(),
          run.job(),
          run.inputs(),
          run.configuration(),
          run.codeRevision(),
          List.of(host.jvm(), host.arch(), host.os()),
          run.spark(),
          run.seed(),
          run.start().toString());
    }

    RunNote {
      requireName(runId);
    }

    RunRecord record() {
      Map<String, Long> unknown = new HashMap<>();
      return new RunRecord(
          runId,
          job,
          inputs,
          configuration,
          codeRevision,
          new Host(host.get(0), host.get(1), host.get(2)),
          spark,
          seed,
          Instant.parse(start),
          null,
          unknown);
    }
  }
}
