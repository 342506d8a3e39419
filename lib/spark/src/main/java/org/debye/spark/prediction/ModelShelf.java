package org.debye.spark.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import org.debye.learning.Libtorch;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.training.HadoopFolderStore;
import org.jspecify.annotations.Nullable;

/**
 * Models of one kind that an executor has loaded, each lent to one task at a time: a model is not
 * thread safe, and loading one takes longer than predicting a dataset. Few are kept.
 *
 * @param <M> the kind
 */
public final class ModelShelf<M> {
  private static final int KEPT = 16;

  private final Function<FolderStore, M> open;
  private final Consumer<M> close;
  private final Deque<Loaded<M>> shelf = new ArrayDeque<>();

  /** An empty shelf, of models that are opened and closed so. */
  public ModelShelf(Function<FolderStore, M> open, Consumer<M> close) {
    this.open = open;
    this.close = close;
  }

  /** What a loaded model is found by. */
  public record Title(String folder, String identity) {}

  private record Loaded<M>(Title title, M model) {}

  /** Lends a model for the duration of a call. */
  public <T> T with(Title title, HadoopSettings hadoop, Function<M, T> use) {
    Loaded<M> loaded = take(title);
    if (loaded == null) {
      loaded = new Loaded<>(title, load(title, hadoop));
    }
    try {
      return use.apply(loaded.model());
    } finally {
      putBack(loaded);
    }
  }

  private M load(Title title, HadoopSettings hadoop) {
    try {
      // As many tasks as cores predict beside one another.
      Libtorch.load(1);
      return open.apply(HadoopFolderStore.at(title.folder(), hadoop));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized @Nullable Loaded<M> take(Title title) {
    for (Loaded<M> loaded : shelf) {
      if (loaded.title().equals(title)) {
        shelf.remove(loaded);
        return loaded;
      }
    }
    return null;
  }

  private synchronized void putBack(Loaded<M> loaded) {
    shelf.addFirst(loaded);
    if (shelf.size() > KEPT) {
      close.accept(shelf.removeLast().model());
    }
  }
}
