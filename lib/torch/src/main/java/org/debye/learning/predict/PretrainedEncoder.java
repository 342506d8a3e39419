package org.debye.learning.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.Libtorch;
import org.debye.learning.NativeWork;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.layer.Pass;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.storage.StoredRepresentation;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * A trained encoder, ready to make representations of spectra: what a facility embeds.
 *
 * <pre>{@code
 * try (PretrainedEncoder encoder =
 *     PretrainedEncoder.open(
 *         new LocalFolderStore(folder), RepresentationLayer.REPRESENTATION, Placement.CPU)) {
 *   List<float[]> vectors = encoder.represent(axis, spectra, OtherAxis.REFUSE, "scan 7");
 * }
 * }</pre>
 *
 * <p>Not thread safe: open one for each thread.
 */
@SuppressWarnings("try") // A guard is closed, not read.
public final class PretrainedEncoder implements AutoCloseable {
  /** Spectra that pass at once: few, so that what convolutions make of them stays in the cache. */
  private static final int BATCH = 4;

  private final ModelCard card;
  private final StoredRepresentation network;
  private final WeightBlock block;

  private PretrainedEncoder(ModelCard card, StoredRepresentation network, WeightBlock block) {
    this.card = card;
    this.network = network;
    this.block = block;
  }

  /**
   * Loads an encoder.
   *
   * @param store folder that {@code train} has written
   * @throws InputException where there is none, or a damaged one, or a model of another kind, or it
   *     was trained without the layer
   */
  public static PretrainedEncoder open(
      FolderStore store, RepresentationLayer layer, Placement placement) {
    Checkpoint checkpoint = ModelFolder.at(store).model();
    ModelCard card = checkpoint.card();
    requireLayer(checkpoint, layer, store.location());
    Libtorch.load();
    WeightPlan plan = new WeightPlan();
    StoredRepresentation network =
        layer == RepresentationLayer.PROJECTION
            ? StoredRepresentation.projected(plan, card.architecture(), checkpoint.weights())
            : StoredRepresentation.plain(plan, card.architecture());
    WeightBlock block = WeightBlock.allocate(plan, placement);
    try {
      for (String prefix : network.prefixes()) {
        NetworkArrays.restorePart(checkpoint.weights(), prefix, block, store.location());
      }
    } catch (RuntimeException e) {
      block.close();
      throw e;
    }
    return new PretrainedEncoder(card, network, block);
  }

  /**
   * Makes sure that a model has a layer.
   *
   * @param where its folder or name, for messages
   * @throws InputException where it is no encoder, or was trained without the layer
   */
  public static void requireLayer(Checkpoint model, RepresentationLayer layer, String where) {
    ModelCard card = model.card();
    String name = card.architecture().name();
    if (PretrainedCard.representation(card.architecture()).isEmpty()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "it is a model of the kind " + name + ", which is no encoder of representations",
          "Name an encoder: one that train has made with model=specrrmoco, specmoco, specrr,"
              + " specselftime or supervised-contrast.");
    }
    if (layer == RepresentationLayer.PROJECTION
        && !StoredRepresentation.hasProjection(model.weights())) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "it is an encoder of the kind " + name + ", which was trained without a projection",
          "Leave layer out, or name an encoder of the kind specmoco, specrrmoco or"
              + " supervised-contrast.");
    }
  }

  public ModelCard card() {
    return card;
  }

  /** How many numbers represent a spectrum. */
  public int width() {
    return Math.toIntExact(network.width());
  }

  /**
   * Represents spectra, each by itself.
   *
   * @param axis of the spectra
   * @param where the dataset, for messages
   * @return {@link #width} numbers for each
   * @throws InputException where they are on another axis, or one has no number at a point that the
   *     model needs
   */
  public List<float[]> represent(
      SpectralAxis axis, List<Spectrum> spectra, OtherAxis other, String where) {
    List<float[]> vectors = new ArrayList<>();
    if (!spectra.isEmpty()) {
      HeldSpectra held = new ModelInput(card).of(axis, spectra, other, where);
      for (int from = 0; from < held.size(); from += BATCH) {
        represent(held, from, Math.min(BATCH, held.size() - from), vectors);
      }
    }
    return vectors;
  }

  private void represent(HeldSpectra held, int from, int count, List<float[]> vectors) {
    int points = held.points();
    float[] values = new float[count * points];
    for (int i = 0; i < count; i++) {
      held.read(from + i, values, i * points);
    }
    float[] found;
    try (NativeWork work = NativeWork.begin();
        NoGradGuard plain = new NoGradGuard()) {
      Tensor spectra = block.placement().of(Tensor.create(values).view(count, 1, points));
      found = Numbers.floats(network.of(spectra, Pass.looking(new Alone())));
    }
    int width = width();
    for (int i = 0; i < count; i++) {
      vectors.add(Arrays.copyOfRange(found, i * width, (i + 1) * width));
    }
  }

  @Override
  public void close() {
    block.close();
  }
}
