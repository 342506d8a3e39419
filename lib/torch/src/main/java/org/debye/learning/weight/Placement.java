package org.debye.learning.weight;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors are and of which type.
 *
 * @param device {@code cpu} or {@code cuda:0}, as libtorch writes it
 * @param precision the type of floating point numbers
 */
public record Placement(String device, Precision precision) {
  /** The processor, in single precision. */
  public static final Placement CPU = new Placement("cpu", Precision.FLOAT32);

  public boolean onGpu() {
    return device.startsWith("cuda");
  }

  /** Zeros of this place and type. */
  public Tensor zeros(long... shape) {
    return torch.zeros(shape, options());
  }

  /** The tensor at this place and of this type: itself if it is already so. */
  public Tensor of(Tensor tensor) {
    return tensor.to(new Device(device), precision.type());
  }

  private TensorOptions options() {
    return new TensorOptions()
        .dtype(new ScalarTypeOptional(precision.type()))
        .device(new DeviceOptional(new Device(device)));
  }
}
