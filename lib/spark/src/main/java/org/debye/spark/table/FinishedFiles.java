package org.debye.spark.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/**
 * Files of spectra that tasks have finished and no batch has committed: what a killed run leaves to
 * the next one. The task writes the note, whole or not at all, once its file is closed.
 *
 * <p>A file whose commit has been begun is never offered again, since {@link BatchCommit} and
 * {@link Recovery} drop the notes of a batch's datasets before the note of the batch.
 */
public final class FinishedFiles {
  private static final String FOLDER = "finished";

  private final Catalogue catalogue;
  private final Journal journal;

  FinishedFiles(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.journal = catalogue.journal();
  }

  /**
   * A stretch of a dataset that is in a file, without a frame missing.
   *
   * @param key digest of everything that its spectra depend on
   * @param first spectrum
   * @param written spectra
   */
  public record Stretch(String key, String datasetId, long first, long written, String axisId) {}

  /** A file that can be committed as it is. */
  public record Finished(DataFile file, List<Stretch> stretches, Map<String, SpectralAxis> axes) {}

  /** Notes a file, after it has been closed and before anything else knows of it. */
  public void add(Finished finished) {
    Note note = Note.of(UUID.randomUUID().toString(), finished);
    journal.write(place(note.name()), note);
  }

  /** The files that are noted and still there. */
  public List<Finished> all() {
    List<Finished> found = new ArrayList<>();
    for (Note note : journal.read(FOLDER, Note.class)) {
      if (isWhole(note)) {
        found.add(note.finished());
      }
    }
    return found;
  }

  /** Forgets every file that holds a stretch of one of these datasets. */
  void drop(Collection<String> datasetIds) {
    Set<String> ids = new HashSet<>(datasetIds);
    for (Note note : journal.read(FOLDER, Note.class)) {
      if (note.stretches().stream().anyMatch(stretch -> ids.contains(stretch.datasetId()))) {
        journal.remove(place(note.name()));
      }
    }
  }

  private static String place(String name) {
    return FOLDER + "/" + name + ".json";
  }

  /** VACUUM removes files that no table holds. */
  private boolean isWhole(Note note) {
    Path path = new Path(note.uri());
    try {
      FileSystem files = path.getFileSystem(catalogue.configuration());
      if (!files.exists(path)) {
        return false;
      }
      FileStatus status = files.getFileStatus(path);
      return status.getLen() == note.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In JSON's types. */
  record Note(
      String name,
      String uri,
      long size,
      long modified,
      long rows,
      List<String> ids,
      List<Long> frames,
      List<Stretch> stretches,
      List<Axis> axes) {
    record Axis(String kind, double[] values) {}

    static Note of(String name, Finished finished) {
      DataFile file = finished.file();
      return new Note(
          name,
          file.uri(),
          file.size(),
          file.modified(),
          file.rows(),
          List.of((String) end(file.smallest(), ID), (String) end(file.largest(), ID)),
          List.of((Long) end(file.smallest(), FRAME), (Long) end(file.largest(), FRAME)),
          finished.stretches(),
          finished.axes().values().stream()
              .map(axis -> new Axis(axis.kind().name(), axis.values()))
              .toList());
    }

    private static final String ID = "dataset_id";
    private static final String FRAME = "frame";

    private static Comparable<?> end(Map<String, Comparable<?>> ends, String column) {
      Comparable<?> end = ends.get(column);
      if (end == null) {
        throw new IllegalArgumentException("a file of spectra without statistics of " + column);
      }
      return end;
    }

    Finished finished() {
      Map<String, SpectralAxis> byId = new LinkedHashMap<>();
      for (Axis one : axes) {
        SpectralAxis axis = new SpectralAxis(AxisKind.valueOf(one.kind()), one.values());
        byId.put(axis.id(), axis);
      }
      DataFile file =
          new DataFile(
              uri,
              size,
              modified,
              rows,
              Map.of(ID, ids.get(0), FRAME, frames.get(0)),
              Map.of(ID, ids.get(1), FRAME, frames.get(1)));
      return new Finished(file, stretches, byId);
    }
  }
}
