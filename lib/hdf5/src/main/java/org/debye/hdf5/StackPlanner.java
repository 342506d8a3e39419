package org.debye.hdf5;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.debye.failure.InputException;
import org.debye.hdf5.link.AllowedRoots;
import org.debye.hdf5.link.LinkResolver;
import org.jspecify.annotations.Nullable;

/** Opens a candidate's files once and plans how to read its frames. Thread-confined. */
public final class StackPlanner {
  private final FileOpener opener;
  private final PlanSettings settings;

  public StackPlanner(FileOpener opener, PlanSettings settings) {
    this.opener = opener;
    this.settings = settings;
  }

  /**
   * Plans a candidate. Bad input is an answer here, never an exception: a file that cannot be read
   * fails the candidate, or is a gap where other files of it can be read.
   */
  public Planning plan(StackCandidate candidate) {
    if (candidate.files().isEmpty()) {
      throw new IllegalArgumentException(candidate.name() + " has no file");
    }
    try {
      return new StackAssembly(candidate, this::plan).planning();
    } catch (InputException e) {
      return new Planning.Failed(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** Plans one file; its links may lead into its own directory. */
  private StackAssembly.Opened plan(SourceFile file, boolean describe) {
    List<URI> roots = new ArrayList<>(settings.allowedRoots());
    roots.add(file.uri().resolve("."));
    try (LinkResolver resolver = new LinkResolver(opener, new AllowedRoots(roots), file.uri())) {
      PartPlanner planner = new PartPlanner(resolver, settings);
      @Nullable String results = planner.results();
      PlannedPart part = results == null ? planner.plan(describe) : null;
      return new StackAssembly.Opened(part, results, planner.visited());
    }
  }
}
