package org.debye.jobs.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.value.NaturalOrder;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.storage.TrainingArrays;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.prediction.ModelIdentity;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.ModelRow;
import org.debye.spark.training.HadoopFolderStore;
import org.jspecify.annotations.Nullable;

/**
 * A trained model that a job uses.
 *
 * @param name for tables and pictures
 * @param folder that holds it
 * @param row of the table of models, or null for one that was trained elsewhere
 */
public record ChosenModel(String name, String folder, ModelCard card, @Nullable ModelRow row) {
  private static final String GLOB = ".*[*?].*";

  /** What its predictions are recognised by. */
  public String identity() {
    return ModelIdentity.of(card);
  }

  /**
   * Models by name, with {@code *} and {@code ?}, or by folder: in the order of what is wanted, and
   * those that one of it names in that of their names.
   *
   * @param wanted names of models of the catalogue, or paths and URIs of folders
   * @throws InputException where one is not there, not finished or damaged
   */
  public static List<ChosenModel> of(
      Catalogue catalogue, List<String> wanted, HadoopSettings hadoop) {
    Map<String, ModelRow> newest = new TreeMap<>(NaturalOrder.OF_NAMES);
    catalogue.models().all().forEach(row -> newest.put(row.name(), row));
    Map<String, ChosenModel> chosen = new LinkedHashMap<>();
    for (String one : wanted) {
      List<ModelRow> rows = matching(newest, one);
      for (ModelRow row : rows) {
        chosen.putIfAbsent(row.folder(), ofTable(row, hadoop));
      }
      if (rows.isEmpty()) {
        chosen.put(one, elsewhere(catalogue, newest, one, hadoop));
      }
    }
    return List.copyOf(chosen.values());
  }

  private static List<ModelRow> matching(Map<String, ModelRow> rows, String wanted) {
    PathMatcher pattern =
        FileSystems.getDefault().getPathMatcher("glob:" + wanted.replace('/', '_'));
    List<ModelRow> found = new ArrayList<>();
    rows.forEach(
        (name, row) -> {
          // An encoder knows no classes: it is chosen by its very name alone.
          boolean part =
              wanted.matches(GLOB)
                  && !row.classes().isEmpty()
                  && pattern.matches(Path.of(name.replace('/', '_')));
          if (name.equals(wanted) || name.startsWith(wanted + "/") || part) {
            found.add(row);
          }
        });
    return found;
  }

  private static ChosenModel ofTable(ModelRow row, HadoopSettings hadoop) {
    ModelCard card = finished(ModelFolder.at(store(row.folder(), hadoop)), row.folder());
    if (!row.fitId().endsWith("/" + ModelIdentity.of(card))) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          row.folder(),
          "another model is here than the one that the table of models has as " + row.name(),
          "Run train again as it was run last: it ends what is not ended, and brings the table up"
              + " to date.");
    }
    return new ChosenModel(row.name(), row.folder(), card, row);
  }

  /** Reads all of it once, so that a damaged model is told of before anything starts. */
  private static ModelCard finished(ModelFolder folder, String where) {
    Optional<Checkpoint> last = folder.latest();
    if (last.flatMap(Checkpoint::training)
        .filter(one -> !TrainingArrays.isEnded(one))
        .isPresent()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "its training has not ended, " + folder.card().training().epoch() + " epochs are done",
          "Run train again as it was run: it goes on from there.");
    }
    return folder.card();
  }

  private static ChosenModel elsewhere(
      Catalogue catalogue, Map<String, ModelRow> rows, String wanted, HadoopSettings hadoop) {
    FolderStore store = store(wanted, hadoop);
    ModelFolder folder = ModelFolder.at(store);
    if (wanted.matches(GLOB) || !folder.exists()) {
      throw InputException.of(
          FailureCode.MISSING_FILE,
          wanted,
          "there is no such model in "
              + catalogue.location()
              + (rows.isEmpty() ? ", which has none" : ", which has " + rows.keySet())
              + ", and no folder of one either",
          "Name a model that train has made, or its folder.");
    }
    String name = Path.of(wanted.replaceAll("/+$", "")).toFile().getName();
    return new ChosenModel(name, wanted, finished(folder, wanted), null);
  }

  private static FolderStore store(String folder, HadoopSettings hadoop) {
    try {
      return HadoopFolderStore.at(folder, hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
