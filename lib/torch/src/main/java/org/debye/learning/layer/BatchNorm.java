package org.debye.learning.layer;

import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Ioffe and Szegedy 2015, over batch and points of each channel of (B, C, n), with the statistics
 * of the records of <em>all</em> ranks, forward and backward, so that a batch spread over ranks is
 * normalised as it would be on one. What it returns must not be changed in place ({@link
 * Pass#requireBackward} notices). Running statistics move by a tenth a step; the running variance
 * is the unbiased one, as in PyTorch.
 */
public final class BatchNorm implements Layer {
  static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  /** Values of a channel that are added up in the precision they have. */
  private static final long SUMMED = 1 << 13;

  private final long channels;
  private final Weight weight;
  private final Weight bias;
  private final Weight runningMean;
  private final Weight runningVariance;

  public BatchNorm(WeightPlan plan, long channels) {
    this.channels = channels;
    weight = plan.weight("weight", Initial.ONES, channels);
    bias = plan.weight("bias", Initial.ZEROS, channels);
    runningMean = plan.buffer("running_mean", Initial.ZEROS, channels);
    runningVariance = plan.buffer("running_var", Initial.ONES, channels);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return of(0, channels).forward(input, pass);
  }

  /**
   * Of some channels only: the same weights and statistics.
   *
   * @param first of the channels
   * @param some how many
   */
  public Layer of(long first, long some) {
    Part part =
        new Part(
            part(weight.tensor(), first, some),
            part(bias.tensor(), first, some),
            part(weight.tensor().grad(), first, some),
            part(bias.tensor().grad(), first, some),
            part(runningMean.tensor(), first, some),
            part(runningVariance.tensor(), first, some));
    return (input, pass) -> {
      // Under autocast a convolution's result comes in bfloat16, too short for sums.
      Tensor wide = input.to(weight.tensor().scalar_type());
      // Alone on a GPU its own kernels are the fastest; on a processor they are not.
      boolean shared = pass.ranks().size() > 1 || !wide.is_cuda();
      return pass.training() && shared
          ? part.shared(wide, pass)
          : part.local(wide, pass.training());
    };
  }

  /** What it does to a channel where nothing is learnt: with the running statistics. */
  ChannelScaling running() {
    Tensor deviation = runningVariance.tensor().add(new Scalar(EPSILON)).sqrt();
    Tensor factors = weight.tensor().div(deviation);
    return new ChannelScaling(factors, bias.tensor().sub(runningMean.tensor().mul(factors)));
  }

  /**
   * (x - mean) / s w + b with given statistics, without a graph.
   *
   * @param input (B, C, n)
   * @param weight C
   * @param bias C
   */
  static Tensor normalised(Tensor input, Tensor weight, Tensor bias, BatchStatistics statistics) {
    return torch
        .batch_norm(
            input.unsqueeze(2),
            new TensorOptional(weight),
            new TensorOptional(bias),
            new TensorOptional(statistics.mean()),
            new TensorOptional(statistics.variance()),
            false,
            MOMENTUM,
            EPSILON,
            true)
        .squeeze(2);
  }

  /**
   * Sums over records and points, of each channel: of g (x - mean) / s and of g. libtorch adds up
   * channels that are side by side one value after another, so on a processor few at a time, and
   * those sums in double precision.
   *
   * @param g (B, C, n)
   * @param x (B, C, n)
   * @param variance of s^2 = variance + {@link #EPSILON}
   * @return (2, C), in double precision
   */
  static Tensor sums(Tensor g, Tensor x, Tensor mean, Tensor variance) {
    long records = g.size(0);
    long some = g.is_cuda() ? records : Math.max(1, SUMMED / Math.max(1, g.size(2)));
    Tensor all = ownSums(g, x, mean, variance, 0, Math.min(some, records));
    for (long first = some; first < records; first += some) {
      all = all.add(ownSums(g, x, mean, variance, first, Math.min(some, records - first)));
    }
    return all;
  }

  private static Tensor ownSums(
      Tensor g, Tensor x, Tensor mean, Tensor variance, long first, long some) {
    TensorOptional none = new TensorOptional();
    T_TensorTensorTensor_T sums =
        torch.native_batch_norm_backward(
            g.narrow(0, first, some).unsqueeze(2),
            x.narrow(0, first, some).unsqueeze(2),
            none,
            new TensorOptional(mean),
            new TensorOptional(variance),
            none,
            none,
            false,
            EPSILON,
            new BoolPointer(3).put(0, false).put(1, true).put(2, true));
    return torch.stack(new TensorVector(sums.get1(), sums.get2())).to(ScalarType.Double);
  }

  private Tensor part(Tensor all, long first, long some) {
    return some == channels ? all : all.narrow(0, first, some);
  }

  /**
   * Puts statistics in the place of those that have run along with training.
   *
   * @param mean of each channel
   * @param variance unbiased, likewise
   */
  public void settle(double[] mean, double[] variance) {
    Numbers.put(mean, runningMean.tensor());
    Numbers.put(variance, runningVariance.tensor());
  }

  /** Tensors of some channels. */
  private record Part(
      Tensor weight,
      Tensor bias,
      Tensor weightGradient,
      Tensor biasGradient,
      Tensor mean,
      Tensor variance) {
    private Tensor local(Tensor input, boolean training) {
      return torch
          .batch_norm(
              input.unsqueeze(2),
              new TensorOptional(weight),
              new TensorOptional(bias),
              new TensorOptional(mean),
              new TensorOptional(variance),
              training,
              MOMENTUM,
              EPSILON,
              true)
          .squeeze(2);
    }

    private Tensor shared(Tensor input, Pass pass) {
      // What has no graph gets one, so that the hook is called.
      Tensor asked = input.requires_grad() ? input : input.detach().requires_grad_(true);
      BatchStatistics statistics = BatchStatistics.of(asked.detach(), pass.ranks());
      remember(statistics);
      Tensor values = normalised(asked.detach(), weight.detach(), bias.detach(), statistics);
      if (!GradMode.is_enabled()) {
        return values;
      }
      // To autograd it is the input, so that the input's gradient is what the hook makes of this
      // one's.
      Tensor normalised = asked.alias();
      normalised.set_data(values);
      normalised.register_hook(
          pass.hold(
              new SharedGradient(
                  pass.hold(asked.detach()),
                  statistics,
                  weight.detach(),
                  weightGradient,
                  biasGradient,
                  pass.ranks())));
      return normalised;
    }

    private void remember(BatchStatistics statistics) {
      try (NoGradGuard plain = new NoGradGuard()) {
        Scalar share = new Scalar(MOMENTUM);
        double n = statistics.count();
        Tensor unbiased = statistics.variance().mul(new Scalar(n / Math.max(n - 1, 1)));
        mean.lerp_(statistics.mean(), share);
        variance.lerp_(unbiased, share);
      }
    }
  }
}
