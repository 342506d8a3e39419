package org.debye.learning.contrast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.SharedRecords;
import org.debye.learning.network.Encoder;
import org.debye.learning.network.Projection;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.train.Pretext;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Which of many keys is of the same spectrum (He et al. 2020; equations 7.4 and 7.5 of Sun's
 * thesis)? Of two views of a spectrum one is encoded as a query, the other as a key by an encoder
 * whose weights follow with momentum, k := m k + (1 - m) q; other keys come from a queue; then the
 * other way round. A decision is right where the own key is the nearest.
 *
 * <p>Keys of all ranks enter every rank's queue in one order, so that the queues are the same.
 * Statistics of batches are those of all records; the authors' program takes them over eighths of a
 * batch.
 */
@SuppressWarnings("try") // A guard is closed, not read.
public final class MomentumContrast {
  private static final int VIEWS = 2;
  private static final String KEY = "key.";

  private final Encoder queryEncoder;
  private final Projection queryProjection;
  private final Encoder keyEncoder;
  private final Projection keyProjection;
  private final Map<Weight, Weight> keyOfQuery = new LinkedHashMap<>();
  private final Weight begun;
  private final KeyQueue queue;
  private final MomentumSettings settings;

  /**
   * Adds weights to the plan in which the encoder's are below {@code encoder}: those of the
   * projection, and a frozen copy of both for keys.
   */
  public MomentumContrast(
      WeightPlan plan,
      Encoder encoder,
      RepresentationSettings representation,
      MomentumSettings settings) {
    this.settings = settings;
    int dimension = settings.contrast().dimension();
    queryEncoder = encoder;
    queryProjection = new Projection(plan.under("projection"), encoder.width(), dimension);
    WeightPlan frozen = plan.frozen().under("key");
    keyEncoder = RepresentationEncoder.build(frozen.under("encoder"), representation);
    keyProjection = new Projection(frozen.under("projection"), encoder.width(), dimension);
    begun = plan.buffer("begun", Initial.ZEROS, 1);
    queue = new KeyQueue(plan.under("queue"), settings.capacity(), dimension);
    pair(plan);
  }

  private void pair(WeightPlan plan) {
    Map<String, Weight> byName = new LinkedHashMap<>();
    plan.weights().forEach(weight -> byName.put(weight.name(), weight));
    byName.forEach(
        (name, weight) -> {
          Weight key = byName.get(KEY + name);
          if (weight.trained() && key != null) {
            keyOfQuery.put(weight, key);
          }
        });
  }

  /**
   * Its part of the loss; in training also moves the key encoder and the queue on.
   *
   * @param batch of this rank
   */
  public Pretext of(Views views, Batch batch, Pass pass) {
    int records = batch.ids().length;
    Tensor drawn =
        Views.tensor(views.draw(batch, VIEWS, pass.streams().under("contrast")), batch.spectra());
    if (pass.training()) {
      follow();
    }
    Tensor queries = projected(queryEncoder, queryProjection, drawn, pass);
    Tensor keys = keys(drawn, pass);
    Tensor others = queue.keys().detach().clone();
    Tensor exchanged =
        torch.cat(
            new TensorVector(keys.narrow(0, records, records), keys.narrow(0, 0, records)), 0);
    Tensor own = queries.mul(exchanged).sum(1);
    Tensor products =
        torch
            .cat(new TensorVector(own.unsqueeze(1), queries.matmul(others.t())), 1)
            .div(new Scalar(settings.contrast().temperature()));
    Tensor sum = products.logsumexp(1).sub(products.select(1, 0)).sum();
    if (pass.training()) {
      remember(keys, records, pass);
    }
    long right =
        products.detach().argmax(new LongOptional(1), false).eq(new Scalar(0L)).sum().item_long();
    return new Pretext(sum, right, (long) VIEWS * records);
  }

  private Tensor keys(Tensor drawn, Pass pass) {
    try (NoGradGuard plain = new NoGradGuard()) {
      return projected(keyEncoder, keyProjection, drawn, pass);
    }
  }

  private static Tensor projected(
      Encoder encoder, Projection projection, Tensor spectra, Pass pass) {
    return projection.forward(encoder.encode(spectra, pass).flatten(0, 1), pass);
  }

  private void follow() {
    try (NoGradGuard plain = new NoGradGuard()) {
      boolean first = begun.tensor().item_double() == 0;
      Scalar share = new Scalar(first ? 1.0 : 1 - settings.momentum());
      keyOfQuery.forEach((query, key) -> key.tensor().lerp_(query.tensor().detach(), share));
      if (first) {
        queue.begin();
        Numbers.put(new double[] {1}, begun.tensor());
      }
    }
  }

  /** First views of all records, then second ones. */
  private void remember(Tensor keys, int records, Pass pass) {
    try (NoGradGuard plain = new NoGradGuard()) {
      Tensor byRecord = keys.view(VIEWS, records, -1).transpose(0, 1).contiguous();
      Tensor all = SharedRecords.values(byRecord, pass);
      queue.put(all.transpose(0, 1).flatten(0, 1));
    }
  }
}
