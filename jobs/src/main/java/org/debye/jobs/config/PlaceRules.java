package org.debye.jobs.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a value that names a place may be: a local path, or a URI of a file system that Hadoop
 * reads. Secrets do not belong into it, since it is kept with every run.
 */
final class PlaceRules {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)", Pattern.DOTALL);
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i).*[?&;](sig|token|secret|password|access[_-]?key|key)=.*");
  private static final Pattern GLOB = Pattern.compile(".*[*?\\[{].*");
  private static final String INSIDE = "::/";
  private static final List<String> KNOWN =
      List.of(
          "file",
          "hdfs",
          "viewfs",
          "webhdfs",
          "swebhdfs",
          "s3a",
          "abfs",
          "abfss",
          "wasb",
          "wasbs",
          "gs",
          "ofs",
          "o3fs",
          "oss",
          "obs",
          "cosn",
          "alluxio",
          "maprfs");
  private static final Set<String> OF_THE_WEB =
      Set.of("http", "https", "ftp", "ftps", "sftp", "scp", "ssh", "rsync", "data", "jar", "git");

  private PlaceRules() {}

  /** Refuses what can be seen without looking at any file system. */
  static void check(String key, ConfigNode node) throws Values.Wrong {
    if (node instanceof ConfigNode.Listing listing) {
      for (ConfigNode item : listing.items()) {
        check(key, item);
      }
    } else if (node instanceof ConfigNode.Scalar scalar) {
      check(key, scalar.text(), scalar.origin());
    }
  }

  private static void check(String key, String place, Origin origin) throws Values.Wrong {
    if (place.isBlank() || place.indexOf('\0') >= 0) {
      throw new Values.Wrong(origin, key, "no place is named", "Write a path or a URI.");
    }
    if (tellsSecret(place)) {
      // The value is not shown, not even here.
      throw new Values.Wrong(
          origin,
          key,
          "the address holds a name with a password, or a token, which would be kept with the run",
          "Leave it out; give keys to Hadoop, as fs.s3a.access.key and fs.s3a.secret.key in"
              + " core-site.xml, or by environment variables.");
    }
    Matcher uri = SCHEME.matcher(place);
    if (uri.matches()) {
      scheme(key, place, uri.group(1).toLowerCase(Locale.ROOT), uri.group(2), origin);
    }
  }

  private static void scheme(String key, String place, String scheme, String rest, Origin origin)
      throws Values.Wrong {
    if (!rest.startsWith("/")) {
      throw new Values.Wrong(
          origin,
          key,
          place + " begins like a URI and names no path",
          "Write ./" + place + " for a file of that name, or " + scheme + "://... for a URI.");
    }
    if (scheme.equals("s3") || scheme.equals("s3n")) {
      throw new Values.Wrong(
          origin,
          key,
          "there is no file system " + scheme,
          "Write s3a" + place.substring(place.indexOf(':')) + ".");
    }
    if (OF_THE_WEB.contains(scheme)) {
      throw new Values.Wrong(
          origin,
          key,
          "nothing is read or written over " + scheme,
          "Copy the files to a disk or a store of objects first.");
    }
    // A site may have file systems of its own: only what is one slip from a known one is refused.
    for (String near : KNOWN.contains(scheme) || scheme.length() < 4 ? List.<String>of() : KNOWN) {
      if (scheme.length() <= 20 && Spelling.distance(scheme, near) == 1) {
        throw new Values.Wrong(
            origin, key, "there is no file system " + scheme, "Did you mean " + near + "?");
      }
    }
  }

  static boolean tellsSecret(String place) {
    int start = place.indexOf("://");
    if (start >= 0) {
      int end = place.indexOf('/', start + 3);
      String authority = end < 0 ? place.substring(start + 3) : place.substring(start + 3, end);
      int at = place.indexOf('@', start + 3);
      // A secret may hold a slash, which ends the authority before its @.
      boolean password = at >= 0 && place.substring(start + 3, at).contains(":");
      if (password || authority.matches(".*:.*@.*")) {
        return true;
      }
    }
    return SECRET_PARAMETER.matcher(place).matches();
  }

  /** Local places that must be there and are not; of a list, where none of it is. */
  static List<ConfigProblem> absent(Record config) {
    List<ConfigProblem> problems = new ArrayList<>();
    absent(config, "", problems);
    return problems;
  }

  private static void absent(Record config, String prefix, List<ConfigProblem> problems) {
    for (Schema.Component component : Schema.components(config.getClass())) {
      Object value = component.value(config);
      String key = prefix + component.name();
      if (value instanceof Record section && component.section()) {
        absent(section, key + ".", problems);
      } else if (value != null && component.key().place() == Key.Place.THERE) {
        List<?> places = value instanceof List<?> list ? list : List.of(value);
        if (!places.isEmpty() && places.stream().noneMatch(one -> there(String.valueOf(one)))) {
          problems.add(
              new ConfigProblem(
                  "configuration",
                  key,
                  String.join(", ", places.stream().map(String::valueOf).toList())
                      + ": there is no such file or folder",
                  "Check the path; one that begins without / is looked for in "
                      + Path.of("").toAbsolutePath()
                      + "."));
        }
      }
    }
  }

  /** Of other file systems, and of patterns, nothing is known before the job looks. */
  private static boolean there(String place) {
    int inside = place.indexOf(INSIDE);
    String file = inside > 0 ? place.substring(0, inside) : place;
    Matcher uri = SCHEME.matcher(file);
    if (GLOB.matcher(file).matches() || (uri.matches() && !uri.group(1).equals("file"))) {
      return true;
    }
    try {
      return Files.exists(uri.matches() ? Path.of(URI.create(file).getPath()) : Path.of(file));
    } catch (InvalidPathException e) {
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
