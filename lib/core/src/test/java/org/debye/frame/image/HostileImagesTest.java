package org.debye.frame.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Images that claim or unpack to more than any detector has. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileImagesTest {
  /** Zeros, a megabyte at a time. */
  private static void zeros(OutputStream out, int megabytes) throws IOException {
    byte[] megabyte = new byte[1 << 20];
    for (int i = 0; i < megabytes; i++) {
      out.write(megabyte);
    }
    out.close();
  }

  private static void refused(byte[] file, long mostAllocated, String... words) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    assertThatThrownBy(() -> ImageFile.read("mask", file))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words);
    assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(mostAllocated);
  }

  private static byte[] edf(String header, byte[] data) {
    byte[] text = ("{\n" + header + "}\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = java.util.Arrays.copyOf(text, text.length + data.length);
    System.arraycopy(data, 0, file, text.length, data.length);
    return file;
  }

  @Test
  void aGzipBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    zeros(new GZIPOutputStream(bytes), 16);
    byte[] part = bytes.toByteArray();
    // Parts one after another are one stream.
    for (int i = 1; i < 18; i++) {
      bytes.writeBytes(part);
    }
    assertThat(bytes.size()).isLessThan(1 << 20);
    refused(bytes.toByteArray(), 1L << 30, "mask: gzip data of", "more than 268435456 bytes");
  }

  @Test
  void compressedDataOfAnEdfFileIsAsLongAsItsImage() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    zeros(new DeflaterOutputStream(bytes), 16);
    byte[] file =
        edf(
            "DataType = UnsignedShort ; ByteOrder = LowByteFirst ; Compression = Zlib ;"
                + " Dim_1 = 10 ; Dim_2 = 10 ; Size = "
                + bytes.size()
                + " ;",
            bytes.toByteArray());
    refused(file, 1 << 22, "EDF data that does not unpack (it unpacks to more than 4296 bytes)");
  }

  @Test
  void extentsWhoseProductOverflowsAreRefused() {
    String header =
        "DataType = Signed64 ; ByteOrder = LowByteFirst ;"
            + " Dim_1 = 2147483647 ; Dim_2 = 2147483647 ;";
    refused(edf(header, new byte[64]), 1 << 22, "which its data cannot fill");
    // The second image is looked for behind the first one, which would stand before it.
    assertThatThrownBy(() -> ImageFile.read("mask", edf(header, new byte[64]), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no image 1, there are 1");
  }

  @Test
  void headersWithoutEndAreRefused() {
    String blocks = "{\na = b ;}\n".repeat(100_000);
    refused(
        blocks.getBytes(StandardCharsets.ISO_8859_1),
        1 << 24,
        "more than 64 headers without an image");
  }

  @Test
  void aTiffFileOfManyPixelsAndFewBytesIsRefused() {
    byte[] bytes = new byte[1 << 16];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 5);
    int[][] tags = {{256, 60_000}, {257, 60_000}, {258, 8}, {259, 8}, {273, 200}};
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
    }
    refused(bytes, 1 << 24, "60000 x 60000 pixels, which its data cannot fill");
  }

  @Test
  void anArrayOfAThousandDimensionsIsRefused() {
    String header = "{'descr': '<f8', 'fortran_order': True, 'shape': (" + "1,".repeat(5000) + ")}";
    byte[] bytes = new byte[10 + header.length() + 8];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    file.put((byte) 0).putShort((short) header.length());
    file.put(header.getBytes(StandardCharsets.US_ASCII));
    refused(bytes, 1 << 24, "an NPY file with 5000 dimensions");
  }
}
