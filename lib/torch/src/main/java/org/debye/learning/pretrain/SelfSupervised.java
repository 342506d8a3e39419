package org.debye.learning.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.contrast.MomentumContrast;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.layer.SharedRecords;
import org.debye.learning.network.Encoder;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.relation.ExternalVariable;
import org.debye.learning.relation.InterSample;
import org.debye.learning.relation.IntraSample;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;
import org.debye.learning.train.Pretext;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;

/**
 * Self-supervised learning of chapter 7 of Sun's thesis: relations between samples, within a sample
 * and along an external variable, and momentum contrast, of one encoder,
 *
 * <pre>L = L_inter + L_intra + L_tmp + c L_cont (equation 7.6)</pre>
 *
 * each the mean over its terms. A batch's labels are the parts of the external variable. Right
 * decisions are those of all tasks together.
 */
public final class SelfSupervised implements Objective {
  private final Encoder encoder;
  private final Views views;
  private final SelfSupervisedSettings settings;
  private final @Nullable InterSample interSample;
  private final @Nullable IntraSample intraSample;
  private final @Nullable ExternalVariable external;
  private final @Nullable MomentumContrast contrast;

  /** Adds the encoder's weights to a plan, below {@code encoder}, and those of the heads. */
  public SelfSupervised(
      WeightPlan plan,
      RepresentationSettings representation,
      Views views,
      SelfSupervisedSettings settings) {
    this.views = views;
    this.settings = settings;
    encoder = RepresentationEncoder.build(plan.under("encoder"), representation);
    long width = encoder.width();
    boolean relates = settings.relates();
    interSample = relates ? new InterSample(plan.under("inter_sample"), width) : null;
    intraSample =
        relates ? new IntraSample(plan.under("intra_sample"), width, settings.distances()) : null;
    external =
        relates && settings.parts() > 0
            ? new ExternalVariable(plan.under("external"), width, settings.parts())
            : null;
    contrast =
        settings.contrasts()
            ? new MomentumContrast(plan, encoder, representation, settings.momentum())
            : null;
  }

  /** What stays when pre-training has ended. */
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public LossSum of(Batch batch, Pass pass) {
    List<Pretext> tasks = new ArrayList<>();
    relate(batch, pass, tasks);
    Tensor sum = tasks.stream().map(Pretext::sum).reduce(Tensor::add).orElse(null);
    if (contrast != null) {
      Pretext one = contrast.of(views, batch, pass);
      tasks.add(one);
      Tensor weighted = one.sum().mul(new Scalar(settings.coefficient()));
      sum = sum == null ? one.sum() : sum.add(weighted);
    }
    return new LossSum(
        Objects.requireNonNull(sum),
        batch.ids().length,
        tasks.stream().mapToLong(Pretext::right).sum(),
        tasks.stream().mapToLong(Pretext::of).sum(),
        tasks.stream().map(Pretext::sum).toList());
  }

  @Override
  public List<String> tasks() {
    List<String> names = new ArrayList<>();
    if (settings.relates()) {
      names.add("inter_sample");
      names.add("intra_sample");
    }
    if (external != null) {
      names.add("external");
    }
    if (contrast != null) {
      names.add("contrast");
    }
    return names;
  }

  private void relate(Batch batch, Pass pass, List<Pretext> tasks) {
    if (interSample == null || intraSample == null) {
      return;
    }
    int records = batch.ids().length;
    float[][] drawn = views.draw(batch, settings.views(), pass.streams().under("views"));
    Tensor encoded = encoder.encode(Views.tensor(drawn, batch.spectra()), pass).flatten(0, 1);
    Tensor byRecord = encoded.view(settings.views(), records, -1).transpose(0, 1).contiguous();
    tasks.add(interSample.of(SharedRecords.of(byRecord, pass), pass));
    tasks.add(intraSample.of(encoder, drawn, batch, pass));
    if (external != null) {
      tasks.add(external.of(encoded, batch.labels(), pass));
    }
  }
}
