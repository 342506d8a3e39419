package org.debye.learning.relation;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.SharedRecords;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scores;
import org.debye.learning.train.Pretext;
import org.debye.learning.weight.WeightPlan;

/**
 * Are two views of the same spectrum, or of two (equation 7.1 of Sun's thesis)? Of the K views of B
 * spectra each two form B pairs of the same, and B pairs of different ones: the second view moved
 * on by one spectrum for the first pair of views, by two for the next, and so on (Patacchini and
 * Storkey 2020). That makes B (K^2 - K) pairs, over the batch of all ranks.
 */
public final class InterSample {
  private static final CrossEntropy SAME_OR_OTHER = new CrossEntropy(2);

  private final RelationHead head;

  /**
   * Adds the head's weights to a plan.
   *
   * @param width E of a representation
   */
  public InterSample(WeightPlan plan, long width) {
    head = new RelationHead(plan, width, 1);
  }

  /**
   * Its part of the loss.
   *
   * @param records (B, K, E), K at least 2, B at least 2
   */
  public Pretext of(SharedRecords records, Pass pass) {
    int views = Math.toIntExact(records.all().size(1));
    int own = Math.toIntExact(records.own());
    Tensor pairs = pairs(records, views);
    int[] same = new int[Math.toIntExact(pairs.size(0))];
    for (int pair = 0; pair < same.length; pair++) {
      same[pair] = pair / own % 2 == 0 ? 1 : 0;
    }
    Tensor scores = head.forward(pairs, pass);
    Tensor sum = SAME_OR_OTHER.sum(scores, same);
    return new Pretext(
        sum.div(new Scalar(views * (views - 1.0))),
        Scores.of(scores.detach()).right(same),
        same.length);
  }

  /** This rank's: for each two views the pairs of the same, then those of different spectra. */
  private static Tensor pairs(SharedRecords records, int views) {
    long count = records.count();
    if (count < 2) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "batch",
          "a batch of one spectrum has no other to compare it with",
          "Give more spectra or a larger batch.");
    }
    TensorVector pairs = new TensorVector();
    long shift = 1;
    for (int one = 0; one < views; one++) {
      Tensor anchors = records.ofThisRank().select(1, one);
      for (int two = one + 1; two < views; two++) {
        Tensor others = records.all().select(1, two);
        Tensor same = others.narrow(0, records.first(), records.own());
        Tensor different = others.index_select(0, moved(records, shift, others));
        pairs.push_back(torch.cat(new TensorVector(anchors, same), 1));
        pairs.push_back(torch.cat(new TensorVector(anchors, different), 1));
        shift = shift + 1 < count ? shift + 1 : 1; // never onto itself
      }
    }
    return torch.cat(pairs, 0);
  }

  private static Tensor moved(SharedRecords records, long shift, Tensor like) {
    long[] places = new long[Math.toIntExact(records.own())];
    Arrays.setAll(places, i -> Math.floorMod(records.first() + i - shift, records.count()));
    return Tensor.create(places).to(like.device(), ScalarType.Long);
  }
}
