package org.debye.hdf5.link;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.FileOpener;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.Refusal;
import org.debye.hdf5.tree.Link;
import org.debye.hdf5.tree.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Walks paths over files. A file name in a link is resolved against the URI of the file that holds
 * the link, never against a working directory: as given, then from the master's directory, then by
 * its last name in the directory of the linking file (the order of libhdf5, less its environment
 * variables). Thread-confined; keeps few files open, of which the master stays.
 */
public final class LinkResolver implements Closeable {
  private static final int MOST_LINKS = 32;
  private static final int MOST_OPEN = 24;

  private final FileOpener opener;
  private final AllowedRoots roots;
  private final Hdf5File master;
  private final Map<URI, Hdf5File> open = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<URI, Long> visited = new LinkedHashMap<>();

  /**
   * Opens the master.
   *
   * @throws InputException where it is missing or is no HDF5 file
   */
  public LinkResolver(FileOpener opener, AllowedRoots roots, URI master) {
    this.opener = opener;
    this.roots = roots;
    this.master = openFile(master);
  }

  public Located root() {
    return Located.root(master);
  }

  /** A file that was opened before, open again. */
  public Hdf5File file(URI uri) {
    return openFile(uri);
  }

  /** Every file opened so far, with its size, in order. */
  public Map<URI, Long> visited() {
    return new LinkedHashMap<>(visited);
  }

  /**
   * The object at a path from a group.
   *
   * @return null where a group on the way has no member of the name
   * @throws InputException {@code DANGLING_LINK} where a link leads to nothing, or in a circle;
   *     {@code LINK_OUTSIDE_ROOTS}; or what is wrong with the file it leads to
   */
  public @Nullable Located find(Located from, String path) {
    return walk(from, path, new int[] {MOST_LINKS});
  }

  /** One member of a group, by its link. */
  public Located follow(Located group, String name, Link link) {
    return follow(group, name, link, new int[] {MOST_LINKS});
  }

  /** The same object in a file that is open; too many others may have been opened since. */
  public Located fresh(Located located) {
    Hdf5File file = openFile(located.file().uri());
    return file == located.file()
        ? located
        : new Located(
            file, located.path(), new ObjectNode(file, located.node().address()), located.route());
  }

  /** The root group of another file, named in a file. */
  public Located rootOf(Located from, String fileName) {
    return fileName.equals(".")
        ? Located.root(from.file())
        : Located.root(external(from, fileName));
  }

  private @Nullable Located walk(Located from, String path, int[] left) {
    Deque<String> names = new ArrayDeque<>(List.of(path.split("/", -1)));
    Located at = path.startsWith("/") ? Located.root(from.file()) : from;
    for (String name : names) {
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      Link link = at.node().links().get(name);
      if (link == null) {
        return null;
      }
      at = follow(at, name, link, left);
    }
    return at;
  }

  private Located follow(Located group, String name, Link link, int[] left) {
    String path = group.child(name);
    String route = Located.join(group.route(), name);
    if (link instanceof Link.Hard hard) {
      return new Located(group.file(), path, new ObjectNode(group.file(), hard.address()), route);
    }
    if (--left[0] < 0) {
      throw dangling(
          group,
          name,
          "a link leads in a circle, or over more than " + MOST_LINKS,
          "Mend the links, set frames.dataset to a dataset, or leave the file out.");
    }
    Located target;
    String aim;
    String remedy;
    if (link instanceof Link.External external) {
      aim = external.file() + ":" + external.path();
      remedy = "Put the file that holds it there, or leave this one out.";
      target = walk(Located.root(external(group, external.file(), name)), external.path(), left);
    } else {
      aim = ((Link.Soft) link).path();
      remedy = "Mend the link, set frames.dataset to another dataset, or leave the file out.";
      target = walk(group, aim, left);
    }
    if (target == null) {
      throw dangling(group, name, "the link leads to " + aim + ", which is not there", remedy);
    }
    return target.over(route);
  }

  private static InputException dangling(
      Located group, String name, String problem, String remedy) {
    return InputException.of(
        FailureCode.DANGLING_LINK, group.file().name() + ":" + group.child(name), problem, remedy);
  }

  private Hdf5File external(Located from, String fileName) {
    return external(from, fileName, "");
  }

  private Hdf5File external(Located from, String fileName, String linkName) {
    boolean outside = false;
    String where =
        linkName.isEmpty() ? from.where() : from.file().name() + ":" + from.child(linkName);
    for (URI candidate : candidates(from.file().uri(), fileName)) {
      if (!roots.allow(candidate)) {
        outside = true;
      } else if (open.containsKey(candidate) || exists(candidate)) {
        return openFile(candidate);
      }
    }
    if (outside) {
      throw InputException.of(
          FailureCode.LINK_OUTSIDE_ROOTS,
          where,
          "the link leads to " + fileName + ", outside of " + roots,
          "Name its directory in frames.allowed-roots if you trust it.");
    }
    throw InputException.of(
        FailureCode.DANGLING_LINK,
        where,
        "the link leads to the file " + fileName + ", which is not there",
        "Put that file back beside this one, or leave this one out.");
  }

  /** Places where a named file may be, in order, each once. */
  private Set<URI> candidates(URI from, String fileName) {
    String name = fileName.replace('\\', '/');
    List<@Nullable URI> places = new ArrayList<>();
    places.add(resolve(from, name));
    places.add(resolve(master.uri(), name));
    places.add(resolve(from, name.substring(name.lastIndexOf('/') + 1)));
    Set<URI> found = new LinkedHashSet<>();
    for (URI place : places) {
      if (place != null) {
        found.add(place.normalize());
      }
    }
    return found;
  }

  /** A name as a URI of its own, or as a path beside the file; null if it is neither. */
  static @Nullable URI resolve(URI from, String name) {
    try {
      if (name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
        return new URI(name);
      }
      String directory = from.getPath().substring(0, from.getPath().lastIndexOf('/') + 1);
      String path = name.startsWith("/") ? name : directory + name;
      return new URI(from.getScheme(), from.getAuthority(), path, null, null);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private boolean exists(URI uri) {
    try {
      return opener.exists(uri);
    } catch (IOException e) {
      throw Refusal.of(Hdf5File.name(uri), "cannot be opened", e);
    }
  }

  private Hdf5File openFile(URI uri) {
    Hdf5File known = open.get(uri);
    if (known != null) {
      return known;
    }
    if (open.size() >= MOST_OPEN) {
      closeEldest();
    }
    try {
      Hdf5File opened = Hdf5File.open(opener.open(uri));
      open.put(uri, opened);
      visited.put(uri, opened.size());
      return opened;
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw InputException.of(
          FailureCode.MISSING_FILE,
          Hdf5File.name(uri),
          "the file is not there any more",
          "Put it back, or run again to take the folder as it is now.",
          e);
    } catch (IOException e) {
      throw Refusal.of(Hdf5File.name(uri), "cannot be opened", e);
    }
  }

  private void closeEldest() {
    Iterator<Hdf5File> files = open.values().iterator();
    Hdf5File eldest = files.next();
    if (eldest == master) {
      eldest = files.next();
    }
    files.remove();
    eldest.close();
  }

  @Override
  public void close() {
    open.values().forEach(Hdf5File::close);
    open.clear();
  }
}
