package org.debye.hdf5;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.debye.frame.PixelType;

/**
 * One dataset, planned: which frames it has and where their bytes are. Nothing needs to be looked
 * up in a file again to read it, so it is made once and shipped to where frames are read.
 *
 * @param name of the dataset, from the names of its files
 * @param type how every pixel of every module is stored, little endian once decoded
 * @param module shape of every module
 * @param placements of the modules in the assembled image, the smallest row and column being 0
 * @param arrangement whether the files say those placements
 * @param frames numbered through all parts from 0; gaps count
 * @param framesPerRun frames are read in runs whose first number is a multiple of this, so that no
 *     chunk is decoded twice
 * @param storedBytes of all frames as they lie in the files
 * @param gaps frames known to be unreadable, ascending; reading one throws its failure
 * @param sources every file that was opened or is opened to read frames
 * @param segments where the frames are
 */
public record FrameStack(
    String name,
    PixelType type,
    FrameShape module,
    List<ModulePlacement> placements,
    ModuleArrangement arrangement,
    long frames,
    int framesPerRun,
    long storedBytes,
    List<FrameGap> gaps,
    StackMetadata metadata,
    List<SourceFile> sources,
    StackSegments segments)
    implements Serializable {
  public FrameStack {
    placements = List.copyOf(placements);
    gaps = List.copyOf(gaps);
    sources = List.copyOf(sources);
    if (frames <= 0 || framesPerRun <= 0 || placements.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": " + frames + " frames, runs of " + framesPerRun + ", " + placements);
    }
  }

  /** Bytes of one decoded module image. */
  public int moduleBytes() {
    return Math.multiplyExact(module.pixels(), type.bytes());
  }

  /**
   * The same stack with only what reading the frames {@code first .. first + count - 1} needs, to
   * be shipped to the task that reads them. Frames keep their numbers, and {@link #frames()} stays
   * that of the whole; metadata and sources stay whole.
   */
  public FrameStack slice(long first, long count) {
    if (first < 0 || count <= 0 || first + count > frames) {
      throw new IllegalArgumentException(
          name + ": no frames " + first + " + " + count + " of " + frames);
    }
    List<FrameGap> kept =
        gaps.stream()
            .filter(gap -> gap.first() < first + count && gap.first() + gap.count() > first)
            .toList();
    StackSegments part = segments.slice(first, count);
    Set<URI> files = part.files();
    return new FrameStack(
        name,
        type,
        module,
        placements,
        arrangement,
        frames,
        framesPerRun,
        storedBytes,
        kept,
        metadata,
        sources.stream().filter(source -> files.contains(source.uri())).toList(),
        part);
  }
}
