package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * A factor and an offset of each channel.
 *
 * @param factors C
 * @param offsets C
 */
record ChannelScaling(Tensor factors, Tensor offsets) {}
