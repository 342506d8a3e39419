package org.debye.learning.weight;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A stretch of a forward pass in which products of matrices and convolutions are made in bfloat16,
 * as torch's autocast makes them, where the precision says so; what sums, normalises and scores
 * stays in single precision. Of one thread; not around backward.
 */
public final class Autocast implements AutoCloseable {
  private final boolean on;
  private final DeviceType device;
  private final boolean before;

  private Autocast(Placement placement) {
    on = placement.precision().autocast();
    device = new Device(placement.device()).type();
    before = on && torch.is_autocast_enabled(device);
    if (on) {
      torch.set_autocast_dtype(device, ScalarType.BFloat16);
      torch.set_autocast_enabled(device, true);
      int depth = torch.increment_nesting();
      if (depth < 1) {
        throw new IllegalStateException("autocast of a depth of " + depth);
      }
    }
  }

  /** Begins; close it when the loss is there. */
  public static Autocast begin(Placement placement) {
    return new Autocast(placement);
  }

  @Override
  public void close() {
    if (on) {
      if (torch.decrement_nesting() == 0) {
        torch.clear_cache();
      }
      torch.set_autocast_enabled(device, before);
    }
  }
}
