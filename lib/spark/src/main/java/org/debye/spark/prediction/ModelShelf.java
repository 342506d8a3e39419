package org.debye.spark.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.debye.learning.Libtorch;
import org.debye.learning.predict.SpectraModel;
import org.debye.learning.weight.Placement;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.training.HadoopFolderStore;

/**
 * Models that an executor has loaded, each lent to one task at a time: a model is not thread safe,
 * and loading one takes longer than predicting a dataset. Few are kept.
 */
final class ModelShelf {
  private static final int KEPT = 16;
  private static final Deque<Loaded> SHELF = new ArrayDeque<>();

  private ModelShelf() {}

  /** What a loaded model is found by. */
  record Title(String folder, String identity) {}

  private record Loaded(Title title, SpectraModel model) {}

  /** Lends a model for the duration of a call. */
  static <T> T with(Title title, HadoopSettings hadoop, Function<SpectraModel, T> use) {
    Loaded loaded = take(title);
    if (loaded == null) {
      loaded = new Loaded(title, load(title, hadoop));
    }
    try {
      return use.apply(loaded.model());
    } finally {
      putBack(loaded);
    }
  }

  private static SpectraModel load(Title title, HadoopSettings hadoop) {
    try {
      // As many tasks as cores predict beside one another.
      Libtorch.load(1);
      return SpectraModel.open(HadoopFolderStore.at(title.folder(), hadoop), Placement.CPU);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized org.debye.spark.prediction.ModelShelf.@org.jspecify.annotations
          .Nullable
      Loaded
      take(Title title) {
    for (Loaded loaded : SHELF) {
      if (loaded.title().equals(title)) {
        SHELF.remove(loaded);
        return loaded;
      }
    }
    return null;
  }

  private static synchronized void putBack(Loaded loaded) {
    SHELF.addFirst(loaded);
    if (SHELF.size() > KEPT) {
      SHELF.removeLast().model().close();
    }
  }
}
