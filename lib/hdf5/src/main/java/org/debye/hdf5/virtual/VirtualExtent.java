package org.debye.hdf5.virtual;

import java.util.ArrayList;
import java.util.List;
import org.debye.hdf5.tree.Selection;
import org.debye.hdf5.tree.VirtualMapping;
import org.jspecify.annotations.Nullable;

/**
 * How long an unlimited virtual dataset is: as long as its sources make it, and not shorter than
 * its writer left it. Unlike libhdf5, which ends an unlimited dataset at its first missing source,
 * frames that the writer had seen stay and are reported as missing.
 */
final class VirtualExtent {
  private static final int MOST_BLOCKS = 100_000;

  /** Looks up a source's dimensions; null where it cannot be read. */
  interface Sources {
    long @Nullable [] dimensions(String file, String path);
  }

  private final Sources sources;

  VirtualExtent(Sources sources) {
    this.sources = sources;
  }

  /** The stored dimensions, grown by what unlimited mappings find. */
  long[] of(long[] stored, List<VirtualMapping> mappings) {
    long[] dimensions = stored.clone();
    for (VirtualMapping mapping : mappings) {
      if (mapping.virtual() instanceof Selection.Hyperslab slab && slab.rank() == stored.length) {
        int d = unlimited(slab);
        if (d >= 0) {
          dimensions[d] = Math.max(dimensions[d], reach(mapping, slab, d));
        }
      }
    }
    return dimensions;
  }

  private static int unlimited(Selection.Hyperslab slab) {
    for (int d = 0; d < slab.rank(); d++) {
      if (slab.count()[d] == Selection.UNLIMITED || slab.block()[d] == Selection.UNLIMITED) {
        return d;
      }
    }
    return -1;
  }

  private static boolean numbered(VirtualMapping mapping) {
    return holdsBlock(mapping.file()) || holdsBlock(mapping.dataset());
  }

  private static boolean holdsBlock(String name) {
    return name.replace("%%", "").contains("%b");
  }

  private static String named(String name, long block) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char next = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
      if (name.charAt(i) == '%' && (next == 'b' || next == '%')) {
        text.append(next == 'b' ? Long.toString(block) : "%");
        i++;
      } else {
        text.append(name.charAt(i));
      }
    }
    return text.toString();
  }

  /** One past the last index that the mapping's sources reach. */
  private long reach(VirtualMapping mapping, Selection.Hyperslab slab, int d) {
    if (numbered(mapping)) {
      long block = 0;
      while (block < MOST_BLOCKS && present(mapping, block)) {
        block++;
      }
      return block == 0 ? 0 : slab.start()[d] + (block - 1) * slab.stride()[d] + slab.block()[d];
    }
    long @Nullable [] found =
        sources.dimensions(named(mapping.file(), 0), named(mapping.dataset(), 0));
    Slab source = found == null ? null : Slab.of(mapping.source(), found);
    long frames = source == null ? 0 : source.frames();
    if (d >= slab.rank() - 2 || frames <= 0 || frames > MOST_BLOCKS * 100L) {
      return 0;
    }
    long others = 1;
    for (int other = 0; other < slab.rank() - 2; other++) {
      others *= other == d ? 1 : slab.count()[other] * slab.block()[other];
    }
    long along = frames / Math.max(1, others);
    long block = slab.block()[d];
    if (block == 0 || along <= 0) {
      return 0;
    }
    return block == Selection.UNLIMITED
        ? slab.start()[d] + along
        : slab.start()[d] + (along / block - 1) * slab.stride()[d] + block;
  }

  private boolean present(VirtualMapping mapping, long block) {
    return sources.dimensions(named(mapping.file(), block), named(mapping.dataset(), block))
        != null;
  }

  /** The mapping with its names written out: one for each block where they are numbered. */
  List<VirtualMapping> blocks(VirtualMapping mapping, long[] dimensions) {
    if (!(mapping.virtual() instanceof Selection.Hyperslab slab) || !numbered(mapping)) {
      return List.of(block(mapping, mapping.virtual(), 0));
    }
    int d = Math.max(0, unlimited(slab));
    List<VirtualMapping> blocks = new ArrayList<>();
    for (long b = 0; b < MOST_BLOCKS; b++) {
      long start = slab.start()[d] + b * slab.stride()[d];
      if (d >= dimensions.length || start >= dimensions[d]) {
        break;
      }
      long[] starts = slab.start().clone();
      long[] counts = slab.count().clone();
      starts[d] = start;
      counts[d] = 1;
      blocks.add(
          block(mapping, new Selection.Hyperslab(starts, slab.stride(), counts, slab.block()), b));
    }
    return blocks;
  }

  private static VirtualMapping block(VirtualMapping mapping, Selection virtual, long block) {
    return new VirtualMapping(
        named(mapping.file(), block), named(mapping.dataset(), block), mapping.source(), virtual);
  }
}
