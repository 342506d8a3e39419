package org.debye.learning.weight;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Numbers between Java's arrays and tensors. Tensors may be on any device; copies are dense. */
public final class Numbers {
  private Numbers() {}

  /** All elements in row-major order. */
  public static double[] doubles(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor dense = dense(tensor, ScalarType.Double);
      double[] values = new double[Math.toIntExact(dense.numel())];
      if (values.length > 0) { // nothing has no address
        new DoublePointer(dense.data_ptr()).get(values);
      }
      return values;
    }
  }

  /** All elements in row-major order. */
  public static float[] floats(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor dense = dense(tensor, ScalarType.Float);
      float[] values = new float[Math.toIntExact(dense.numel())];
      if (values.length > 0) { // nothing has no address
        new FloatPointer(dense.data_ptr()).get(values);
      }
      return values;
    }
  }

  /** All elements in row-major order. */
  public static long[] longs(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor dense = dense(tensor, ScalarType.Long);
      long[] values = new long[Math.toIntExact(dense.numel())];
      if (values.length > 0) { // nothing has no address
        new LongPointer(dense.data_ptr()).get(values);
      }
      return values;
    }
  }

  /** The elements' bytes in row-major order, little endian, in the tensor's own type. */
  public static ByteBuffer bytes(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor dense = dense(tensor, tensor.scalar_type());
      byte[] bytes = new byte[Math.toIntExact(dense.numel() * dense.element_size())];
      if (bytes.length > 0) {
        new BytePointer(dense.data_ptr()).get(bytes);
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
  }

  /** Overwrites the tensor's elements; conversion to its type and device is the tensor's. */
  public static void put(double[] values, Tensor tensor) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard plain = new NoGradGuard()) {
      if (values.length > 0) {
        tensor.copy_(Tensor.create(values).view(shape(tensor)));
      }
    }
  }

  /** Overwrites the tensor's elements; conversion to its type and device is the tensor's. */
  public static void put(float[] values, Tensor tensor) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard plain = new NoGradGuard()) {
      if (values.length > 0) {
        tensor.copy_(Tensor.create(values).view(shape(tensor)));
      }
    }
  }

  /** Overwrites the tensor's elements by bytes in its own type, as {@link #bytes} gives them. */
  public static void put(ByteBuffer bytes, Tensor tensor) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard plain = new NoGradGuard()) {
      Tensor dense =
          tensor.to(new Device("cpu"), tensor.scalar_type(), false, true, null).contiguous();
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      if (copy.length != dense.numel() * dense.element_size()) {
        throw new IllegalArgumentException(
            copy.length + " bytes for " + dense.numel() + " elements");
      }
      if (copy.length > 0) {
        new BytePointer(dense.data_ptr()).put(copy);
        tensor.copy_(dense);
      }
    }
  }

  /** The extents of a tensor. */
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[Math.toIntExact(tensor.dim())];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }

  private static Tensor dense(Tensor tensor, ScalarType type) {
    return tensor.detach().to(new Device("cpu"), type).contiguous();
  }
}
