package org.debye.learning.contrast;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.SharedRecords;
import org.debye.learning.network.Encoder;
import org.debye.learning.network.Projection;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.WeightPlan;

/**
 * Supervised contrastive learning (Khosla et al. 2020; equation 6.1 of Sun's thesis): each of two
 * views of every spectrum is an anchor; all others of its class, on any rank, are drawn to it,
 * those of other classes pushed away,
 *
 * <pre>
 * -1/|P(l)| sum over p in P(l) of log( exp(z_l z_p / tau) / sum over a != l of exp(z_l z_a / tau) )
 * </pre>
 *
 * with representations and projections z of length 1. A decision is right where an anchor's nearest
 * other is of its class.
 */
public final class SupervisedContrast implements Objective {
  private static final int VIEWS = 2;

  private final Encoder encoder;
  private final Projection projection;
  private final Views views;
  private final double temperature;

  /** Adds the projection's weights to a plan. */
  public SupervisedContrast(
      WeightPlan plan, Encoder encoder, Views views, ContrastSettings settings) {
    this.encoder = encoder;
    this.views = views;
    this.projection =
        new Projection(plan.under("projection"), encoder.width(), settings.dimension());
    this.temperature = settings.temperature();
  }

  @Override
  public LossSum of(Batch batch, Pass pass) {
    int records = batch.labels().length;
    float[][] drawn = views.draw(batch, VIEWS, pass.streams().under("views"));
    Tensor encoded = encoder.encode(Views.tensor(drawn, batch.spectra()), pass).flatten(0, 1);
    Tensor projected = projection.forward(Projection.ofUnitLength(encoded), pass);
    SharedRecords shared =
        SharedRecords.of(projected.view(VIEWS, records, -1).transpose(0, 1).contiguous(), pass);
    return loss(shared, labels(batch, pass));
  }

  private LossSum loss(SharedRecords shared, Tensor labels) {
    Tensor anchors = shared.ofThisRank().flatten(0, 1);
    Tensor others = shared.all().flatten(0, 1);
    long count = anchors.size(0);
    Tensor own = torch.arange(new Scalar(count)).to(labels.device(), ScalarType.Long);
    Tensor places = own.add(new Scalar(VIEWS * shared.first()));
    Tensor itself =
        places
            .unsqueeze(1)
            .eq(torch.arange(new Scalar(others.size(0))).to(labels.device(), ScalarType.Long));
    Tensor same = labels.index_select(0, places).unsqueeze(1).eq(labels).logical_xor(itself);
    Tensor products = anchors.matmul(others.t()).div(new Scalar(temperature));
    Tensor amongOthers = products.masked_fill(itself, new Scalar(Double.NEGATIVE_INFINITY));
    Tensor positives = same.to(products.scalar_type());
    Tensor mean = products.mul(positives).sum(1).div(positives.sum(1));
    Tensor sum = amongOthers.logsumexp(1).sub(mean).sum();
    Tensor nearest =
        same.gather(1, amongOthers.detach().argmax(new LongOptional(1), false).unsqueeze(1));
    return new LossSum(sum, count, nearest.sum().item_long(), count);
  }

  /** Class of each view of each record of all ranks. */
  private static Tensor labels(Batch batch, Pass pass) {
    Tensor own =
        Tensor.create(batch.labels()).to(batch.spectra().device(), ScalarType.Long).unsqueeze(1);
    return SharedRecords.values(own, pass).expand(-1, VIEWS).flatten();
  }
}
