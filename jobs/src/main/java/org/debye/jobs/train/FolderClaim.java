package org.debye.jobs.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.spark.prediction.ModelIdentity;

/** Whether a model may be trained into a folder, and whether it is there already. */
final class FolderClaim {
  private FolderClaim() {}

  /**
   * Looks at what is in the folder.
   *
   * @return the card of the same model, finished or not; empty where nothing is there
   * @throws InputException where a model of other settings is there and shall not be lost
   */
  static Optional<ModelCard> of(FolderStore store, ModelCard wanted, boolean overwrite) {
    ModelFolder folder = ModelFolder.at(store);
    if (!folder.exists()) {
      return Optional.empty();
    }
    ModelCard found = folder.card();
    if (ModelIdentity.before(found).equals(ModelIdentity.before(wanted))) {
      return Optional.of(found);
    }
    if (!overwrite) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          store.location(),
          "a model is here already, and " + String.join(", ", differences(found, wanted)),
          "Give this one a name of its own with name=, or set overwrite=true to lose the other.");
    }
    clear(store);
    return Optional.empty();
  }

  private static List<String> differences(ModelCard found, ModelCard wanted) {
    List<String> all = new ArrayList<>();
    compare(all, "its classes", found.classes(), wanted.classes());
    if (!found.axis().id().equals(wanted.axis().id())) {
      all.add("it takes spectra on another axis");
    }
    compare(all, "its baseline", found.treatment().baseline(), wanted.treatment().baseline());
    if (!found.data().contentHash().equals(wanted.data().contentHash())) {
      all.add("it was trained on other spectra or labels");
    }
    Map<String, Object> mine = settings(found);
    Map<String, Object> theirs = settings(wanted);
    TreeSet<String> keys = new TreeSet<>(mine.keySet());
    keys.addAll(theirs.keySet());
    keys.forEach(key -> compare(all, "its " + key, mine.get(key), theirs.get(key)));
    compare(
        all, "its number of ranks", found.training().worldSize(), wanted.training().worldSize());
    return all;
  }

  /** Keys of the job as the user writes them, and what else the architecture depends on. */
  private static Map<String, Object> settings(ModelCard card) {
    Map<String, Object> settings = new TreeMap<>(card.architecture().hyperparameters().values());
    settings.putAll(card.training().settings().values());
    card.training().seeds().forEach((of, seed) -> settings.put("seed of " + of, seed));
    return settings;
  }

  private static void compare(
      List<String> all,
      String what,
      @org.jspecify.annotations.Nullable Object found,
      @org.jspecify.annotations.Nullable Object wanted) {
    if (!Objects.equals(found, wanted)) {
      all.add(what + " is " + found + ", not " + wanted);
    }
  }

  private static void clear(FolderStore store) {
    try {
      for (FolderStore.Entry entry : store.list()) {
        store.delete(entry.name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
