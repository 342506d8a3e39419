package org.debye.learning.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * A model on disk: {@code model-EPOCH-ID.safetensors}, {@code training-EPOCH-ID.safetensors} and
 * {@code card.json}, which names the two with their SHA-256.
 *
 * <p>The card is replaced last and in one step, and no file that a card names is ever written
 * again, so whoever is killed at whatever moment leaves the checkpoint before or the new one, and
 * of two writers one has the card with the files that belong to it. A writer deletes the files of
 * the card that it has replaced, and what killed ones left an hour ago; who knows that nobody
 * writes any more {@linkplain #settle settles} the folder.
 */
public final class ModelFolder {
  /**
   * A reader that finds a card's files replaced begins again; each time a whole epoch has passed.
   */
  private static final int TRIES = 100;

  /** Cards hold a class list and an axis at most. */
  private static final int LONGEST_CARD = 1 << 26;

  private final FolderStore store;
  private final WeightFiles files;

  private ModelFolder(FolderStore store) {
    this.store = store;
    this.files = new WeightFiles(store);
  }

  public static ModelFolder at(FolderStore store) {
    return new ModelFolder(store);
  }

  /** Whether a checkpoint is here. */
  public boolean exists() {
    return document().isPresent();
  }

  /**
   * What the model is.
   *
   * @throws InputException where no model is here or its card is damaged
   */
  public ModelCard card() {
    return document().orElseThrow(this::missing).model();
  }

  /**
   * Card and weights, to predict with; the state of training is left where it is.
   *
   * @throws InputException where no model is here or a file is damaged
   */
  public Checkpoint model() {
    return read(false).orElseThrow(this::missing);
  }

  /**
   * All of the last checkpoint, to train on; empty where none is here.
   *
   * @throws InputException where a file is damaged
   */
  public Optional<Checkpoint> latest() {
    return read(true);
  }

  /**
   * Deletes what killed writers have left, however lately. For the driver that holds the catalogue,
   * once its ranks have ended: another writer would lose what it has just written.
   *
   * @return what the model is
   * @throws InputException where no model is here or its card is damaged
   */
  public ModelCard settle() {
    CardDocument document = document().orElseThrow(this::missing);
    try {
      FolderPruning.of(store).whenNobodyWrites(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return document.model();
  }

  /**
   * Writes a checkpoint in place of the one that is here.
   *
   * @param attempt of the stage that trains, from 0. A task of an earlier attempt of the same run
   *     that is still alive is refused
   * @throws IllegalStateException where a later attempt of the same run has written here
   * @throws InputException where the card that is here is damaged: nothing is overwritten then
   */
  public void save(Checkpoint checkpoint, long attempt) {
    try {
      Optional<CardDocument> before = document();
      before.ifPresent(document -> requireLater(document, checkpoint.card(), attempt));
      SortedMap<String, StoredFile> written = new TreeMap<>();
      int epoch = checkpoint.card().training().epoch();
      written.put(
          CardDocument.MODEL,
          files.write(StoredFile.newName(CardDocument.MODEL, epoch), checkpoint.weights()));
      if (checkpoint.training().isPresent()) {
        written.put(
            CardDocument.TRAINING,
            files.write(
                StoredFile.newName(CardDocument.TRAINING, epoch), checkpoint.training().get()));
      }
      CardDocument document = CardJson.document(checkpoint.card(), attempt, written);
      byte[] json = CardJson.write(document);
      store.put(CardJson.FILE, out -> out.write(json));
      FolderPruning.of(store).after(before, document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireLater(CardDocument before, ModelCard card, long attempt) {
    boolean sameRun = before.model().origin().runId().equals(card.origin().runId());
    if (sameRun && before.attempt() > attempt) {
      throw new IllegalStateException(
          "attempt "
              + before.attempt()
              + " of this run has written here; attempt "
              + attempt
              + " must end");
    }
  }

  private Optional<Checkpoint> read(boolean training) {
    try {
      CardDocument document = document().orElse(null);
      for (int tries = 0; document != null && tries < TRIES; tries++) {
        Optional<Checkpoint> found = read(document, training);
        if (found.isPresent()) {
          return found;
        }
        CardDocument again = document().orElseThrow(this::missing);
        if (again.equals(document)) {
          throw incomplete(document);
        }
        document = again;
      }
      if (document != null) {
        throw incomplete(document);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where a file that the card names is not there. */
  private Optional<Checkpoint> read(CardDocument document, boolean training) throws IOException {
    Optional<StateDict> state = Optional.empty();
    StoredFile file = document.files().get(CardDocument.TRAINING);
    if (training && file != null) {
      state = files.read(file);
      if (state.isEmpty()) {
        return Optional.empty();
      }
    }
    StoredFile model = document.files().get(CardDocument.MODEL);
    if (model == null) {
      return Optional.empty();
    }
    Optional<StateDict> rest = state;
    return files.read(model).map(weights -> new Checkpoint(document.model(), weights, rest));
  }

  private Optional<CardDocument> document() {
    String where = store.location() + "/" + CardJson.FILE;
    try (InputStream in = store.open(CardJson.FILE)) {
      byte[] json = in.readNBytes(LONGEST_CARD + 1);
      if (json.length > LONGEST_CARD) {
        throw InputException.of(
            FailureCode.CORRUPT_METADATA,
            where,
            "it has more than " + LONGEST_CARD + " bytes, and no card has",
            "Copy the folder again, or go back to another checkpoint of the model.");
      }
      return Optional.of(CardJson.read(json, where));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputException missing() {
    return InputException.of(
        FailureCode.MISSING_FILE,
        store.location(),
        "there is no model here",
        "Name the folder that train has written.");
  }

  private InputException incomplete(CardDocument document) {
    return InputException.of(
        FailureCode.MISSING_FILE,
        store.location(),
        "the card names "
            + document.files().values().stream().map(StoredFile::name).toList()
            + ", and not all of them are here",
        "Copy the whole folder, or go back to another checkpoint of the model.");
  }
}
