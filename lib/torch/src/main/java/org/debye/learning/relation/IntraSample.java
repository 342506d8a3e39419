package org.debye.learning.relation;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Encoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.network.Scores;
import org.debye.learning.train.Pretext;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;

/**
 * How far apart are two pieces of a spectrum (equation 7.2 of Sun's thesis)? Each view of each
 * spectrum gives a pair of pieces of a fifth of its length, and one of C classes of distance.
 */
public final class IntraSample {
  private static final double SHARE = 0.2;

  private final RelationHead head;
  private final int classes;

  /**
   * Adds the head's weights to a plan.
   *
   * @param width E of a representation
   * @param classes C of distance, at least 3; the thesis has 5
   */
  public IntraSample(WeightPlan plan, long width, int classes) {
    this.classes = classes;
    this.head = new RelationHead(plan, width, classes);
  }

  /**
   * Its part of the loss.
   *
   * @param encoder of pieces
   * @param views (K b) x n, as {@link Views#draw} gives them
   * @param batch that they are of
   */
  public Pretext of(Encoder encoder, float[][] views, Batch batch, Pass pass) {
    int records = batch.ids().length;
    int count = views.length;
    float[][] pieces = new float[2 * count][];
    int[] distances = new int[count];
    RandomStreams streams = pass.streams().under("pieces");
    for (int view = 0; view < count; view++) {
      Pieces cut =
          Pieces.cut(
              views[view],
              length(views[view].length),
              classes,
              streams.at(batch.ids()[view % records], view / records));
      pieces[view] = cut.first();
      pieces[count + view] = cut.second();
      distances[view] = cut.distance();
    }
    Tensor encoded = encoder.encode(Views.tensor(pieces, batch.spectra()), pass).flatten(0, 1);
    Tensor pairs =
        torch.cat(
            new TensorVector(encoded.narrow(0, 0, count), encoded.narrow(0, count, count)), 1);
    Tensor scores = head.forward(pairs, pass);
    Tensor sum = new CrossEntropy(classes).sum(scores, distances);
    return new Pretext(
        sum.div(new Scalar((double) count / records)),
        Scores.of(scores.detach()).right(distances),
        count);
  }

  private static int length(int points) {
    int length = (int) (SHARE * points);
    if (length < RepresentationSettings.FEWEST_POINTS) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "spectra",
          "a fifth of " + points + " points is too short for the encoder's convolutions",
          "Give spectra of at least "
              + (int) Math.ceil(RepresentationSettings.FEWEST_POINTS / SHARE)
              + " points.");
    }
    return length;
  }
}
