package org.debye.learning.predict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.debye.classification.FittedClassifier;
import org.debye.classification.storage.ClassifierKind;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.Libtorch;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.explain.AttentionMatrices;
import org.debye.learning.explain.Explanation;
import org.debye.learning.explain.FeatureImportance;
import org.debye.learning.storage.BuiltClassifier;
import org.debye.learning.storage.ClassifierCard;
import org.debye.learning.storage.FittedCard;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * A trained model, whichever it is, ready to classify spectra: what a facility embeds.
 *
 * <pre>{@code
 * try (SpectraModel model = SpectraModel.open(new LocalFolderStore(folder), Placement.CPU)) {
 *   List<Prediction> predictions = model.predict(axis, spectra, OtherAxis.REFUSE, "scan 7");
 * }
 * }</pre>
 *
 * <p>Not thread safe: open one for each thread.
 */
public final class SpectraModel implements AutoCloseable {
  /** Spectra that pass at once: few, so that what convolutions make of them stays in the cache. */
  private static final int BATCH = 4;

  /** The same where gradients are wanted. */
  private static final int BATCH_WITH_GRADIENTS = 16;

  private final ModelCard card;
  private final Answers answers;

  private SpectraModel(ModelCard card, Answers answers) {
    this.card = card;
    this.answers = answers;
  }

  /**
   * Loads a model.
   *
   * @param store folder that {@code train} has written
   * @throws InputException where there is no model, or a damaged one, or one of another Debye
   */
  public static SpectraModel open(FolderStore store, Placement placement) {
    Checkpoint checkpoint = ModelFolder.at(store).model();
    ModelCard card = checkpoint.card();
    Optional<ClassifierKind> fitted = FittedCard.kind(card.architecture());
    if (fitted.isPresent()) {
      return new SpectraModel(
          card, new Fitted(FittedCard.restore(fitted.get(), checkpoint.weights())));
    }
    Optional<ClassifierCard> network =
        ClassifierCard.of(card.architecture(), card.classes(), card.axis().axis());
    if (network.isPresent()) {
      Libtorch.load();
      return new SpectraModel(
          card, Network.of(network.get(), checkpoint, placement, store.location()));
    }
    if (PretrainedCard.representation(card.architecture()).isPresent()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          store.location(),
          "it is an encoder of representations, which knows no classes",
          "Train a classifier on it and name that one: train model=linear encoder=NAME. For what it"
              + " makes of spectra, represent model=NAME.");
    }
    throw InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        store.location(),
        "this Debye knows no model '" + card.architecture().name() + "'",
        "Take the release of Debye that wrote it, or a newer one.");
  }

  public ModelCard card() {
    return card;
  }

  /** In the order of the probabilities. */
  public List<String> classes() {
    return card.classes();
  }

  /** Whether what is said of a spectrum depends on those before and after it. */
  public boolean looksAtNeighbours() {
    return answers.looksAtNeighbours();
  }

  /**
   * Classifies the spectra of a dataset.
   *
   * @param axis of the spectra
   * @param spectra in the order of their frames; all of a dataset for a model that looks at
   *     neighbours
   * @param where the dataset, for messages
   * @return one for each
   * @throws InputException where they are on another axis, or one has no number at a point that the
   *     model needs
   */
  public List<Prediction> predict(
      SpectralAxis axis, List<Spectrum> spectra, OtherAxis other, String where) {
    if (spectra.isEmpty()) {
      return List.of();
    }
    List<Prediction> own = answers.predict(prepared(axis, spectra, other, where));
    return CardTemperature.of(card)
        .map(scaling -> own.stream().map(one -> one.scaled(scaling)).toList())
        .orElse(own);
  }

  /**
   * Says what a network looks at; memory grows with the square of the number of spectra for one
   * that looks at neighbours.
   *
   * @param spectra at least one, as for {@link #predict}
   * @param chosen which of them the attention of a network of single spectra is shown for
   * @return empty for a model that is no network
   * @throws InputException as {@link #predict}
   */
  public Optional<Explanation> explain(
      SpectralAxis axis, List<Spectrum> spectra, OtherAxis other, String where, int chosen) {
    return answers.explain(prepared(axis, spectra, other, where), chosen);
  }

  private HeldSpectra prepared(
      SpectralAxis axis, List<Spectrum> spectra, OtherAxis other, String where) {
    return new ModelInput(card).of(axis, spectra, other, where);
  }

  @Override
  public void close() {
    answers.close();
  }

  /** How a kind of model answers. */
  private sealed interface Answers extends AutoCloseable {
    boolean looksAtNeighbours();

    /** Of one dataset. */
    List<Prediction> predict(HeldSpectra spectra);

    Optional<Explanation> explain(HeldSpectra spectra, int chosen);

    @Override
    void close();
  }

  private record Fitted(FittedClassifier classifier) implements Answers {
    @Override
    public boolean looksAtNeighbours() {
      return false;
    }

    @Override
    public List<Prediction> predict(HeldSpectra spectra) {
      List<Prediction> predictions = new ArrayList<>();
      float[] one = new float[spectra.points()];
      for (int i = 0; i < spectra.size(); i++) {
        spectra.read(i, one, 0);
        predictions.add(Prediction.of(classifier.probabilities(one)));
      }
      return predictions;
    }

    @Override
    public Optional<Explanation> explain(HeldSpectra spectra, int chosen) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private record Network(BuiltClassifier network, WeightBlock block) implements Answers {
    static Network of(
        ClassifierCard card, Checkpoint checkpoint, Placement placement, String where) {
      WeightPlan plan = new WeightPlan();
      BuiltClassifier network = card.build(plan);
      WeightBlock block = WeightBlock.allocate(plan, placement);
      try {
        NetworkArrays.restore(checkpoint.weights(), block, where);
      } catch (RuntimeException e) {
        block.close();
        throw e;
      }
      return new Network(network, block);
    }

    @Override
    public boolean looksAtNeighbours() {
      return network.looksAtNeighbours();
    }

    @Override
    public List<Prediction> predict(HeldSpectra spectra) {
      return predict(examples(spectra));
    }

    @Override
    public Optional<Explanation> explain(HeldSpectra spectra, int chosen) {
      Examples examples = examples(spectra);
      Placement placement = block.placement();
      FeatureImportance importance =
          new FeatureImportance(network.scorer(), placement, BATCH_WITH_GRADIENTS);
      List<float[][]> gradients = new ArrayList<>();
      for (int k = 0; k < network.scorer().classes(); k++) {
        gradients.add(importance.gradients(examples, k));
      }
      List<float[]> rows = new ArrayList<>();
      for (int i = 0; i < spectra.size(); i++) {
        float[] row = new float[spectra.points()];
        spectra.read(i, row, 0);
        rows.add(row);
      }
      return Optional.of(
          new Explanation(
              rows,
              gradients,
              AttentionMatrices.of(
                  network.scorer(), placement, examples, looksAtNeighbours() ? 0 : chosen),
              matrices()));
    }

    /** Weights of two extents, by name. */
    private Map<String, AttentionMatrices.Matrices> matrices() {
      Map<String, AttentionMatrices.Matrices> matrices = new LinkedHashMap<>();
      for (Weight weight : block.weights()) {
        long[] shape = weight.shape();
        if (weight.trained() && shape.length == 2 && shape[0] > 1) {
          matrices.put(
              weight.name(),
              new AttentionMatrices.Matrices(shape, Numbers.doubles(weight.tensor())));
        }
      }
      return matrices;
    }

    private Examples examples(HeldSpectra spectra) {
      int[] unknown = new int[spectra.size()];
      long[] ids = new long[spectra.size()];
      return looksAtNeighbours()
          ? Examples.whole(spectra, unknown, ids)
          : Examples.single(spectra, unknown, ids);
    }

    private List<Prediction> predict(Examples examples) {
      Prediction[] found =
          new Predictor(network.scorer(), block.placement(), BATCH).predict(examples);
      List<Prediction> predictions = new ArrayList<>();
      for (Prediction one : found) {
        predictions.add(Objects.requireNonNull(one));
      }
      return predictions;
    }

    @Override
    public void close() {
      block.close();
    }
  }
}
