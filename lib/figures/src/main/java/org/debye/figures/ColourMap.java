package org.debye.figures;

/**
 * Viridis, a sequential colour map whose lightness rises evenly, so that it reads the same in grey
 * and to colour-blind people. Thirty-three samples of matplotlib's table of 256 (S. van der Walt
 * and N. Smith 2015, CC0), linear in between.
 */
final class ColourMap {
  /** No data: lighter than the map's middle and without its hue. */
  static final int MISSING = 0xC8C8C8;

  /** Colours in a palette; one more entry is {@link #MISSING}. */
  static final int COLOURS = 255;

  private static final int[] ANCHORS = {
    0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453781, 0x424086, 0x3E4989, 0x3B528B,
    0x375B8D, 0x33638D, 0x2F6B8E, 0x2C728E, 0x297A8E, 0x26828E, 0x23898E, 0x21918C, 0x1F988B,
    0x1FA088, 0x22A785, 0x28AE80, 0x32B67A, 0x3FBC73, 0x4EC36B, 0x5EC962, 0x70CF57, 0x84D44B,
    0x98D83E, 0xADDC30, 0xC2DF23, 0xD8E219, 0xECE51B, 0xFDE725
  };

  private ColourMap() {}

  /** 0xRRGGBB at a level; levels beyond 0 and 1 take the ends, NaN is {@link #MISSING}. */
  static int rgb(double level) {
    if (Double.isNaN(level)) {
      return MISSING;
    }
    double place = Math.min(1, Math.max(0, level)) * (ANCHORS.length - 1);
    int left = Math.min(ANCHORS.length - 2, (int) place);
    double weight = place - left;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (ANCHORS[left] >> shift) & 0xFF;
      int b = (ANCHORS[left + 1] >> shift) & 0xFF;
      colour |= (int) Math.round(a + weight * (b - a)) << shift;
    }
    return colour;
  }
}
