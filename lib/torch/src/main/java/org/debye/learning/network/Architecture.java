package org.debye.learning.network;

import org.debye.learning.weight.WeightPlan;

/**
 * The networks of chapter 5 of Sun, <em>Machine learning for spectra classification</em> (thesis),
 * for spectra of any length. With 4,023 points and one output their numbers of parameters are those
 * of its Table 5.1 (the residual network's without a layer that the authors never call). The last
 * two are those of Carbone et al. 2019.
 */
public enum Architecture {
  /** Three hidden layers of 256, 512, 64 (section 5.2.1). */
  FCNN {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return Fcnn.build(plan, settings);
    }
  },
  /** Three convolutions (section 5.2.2). */
  CNN {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return Cnn.build(plan, settings);
    }
  },
  /** Residual blocks at three scales (section 5.2.3). */
  RESNET {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return ResNet.build(plan, settings);
    }
  },
  /** Two recurrent layers over a dataset's frames (section 5.2.4). */
  LSTM {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return Recurrent.build(plan, settings);
    }
  },
  /** Two layers of attention over a dataset's frames (section 5.2.5). */
  TRANSFORMER {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return Transformer.build(plan, settings);
    }
  },
  /** Convolutions, then attention over points and channels (section 5.1.2, Fig. 5.3). */
  CONV_SC {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return ConvSct.spatialAndChannel(plan, settings);
    }
  },
  /** The same, with attention over a dataset's frames beside it (section 5.1.2, Fig. 5.2). */
  CONV_SCT {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return ConvSct.withTemporal(plan, settings);
    }
  },
  /** Three hidden layers of 90, 60, 20: Carbone et al. 2019, for absorption spectra. */
  XANES_MLP {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return Perceptron.plain(plan, settings);
    }
  },
  /** The same after a convolution of eight filters of ten points. */
  XANES_CNN {
    @Override
    public Encoder build(WeightPlan plan, EncoderSettings settings) {
      return Perceptron.convolutional(plan, settings);
    }
  };

  /** Adds the network's weights to a plan. */
  public abstract Encoder build(WeightPlan plan, EncoderSettings settings);
}
