package org.debye.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.fixtures.ClusterHost;

/**
 * Hosts with addresses and links of their own on this machine: network namespaces on one bridge.
 * Files are the same on all of them, as on a facility's shared file system. Takes root, and
 * iproute2.
 */
final class SeparateHosts implements AutoCloseable {
  private static final String NETWORK = "10.213.57.";

  private final String name = "dby" + ProcessHandle.current().pid() % 100_000;
  private final List<ClusterHost> hosts = new ArrayList<>();

  /** Whether hosts can be made here. */
  static boolean possible() {
    try (SeparateHosts one = new SeparateHosts()) {
      return one.open(1);
    }
  }

  /** So many hosts. */
  static SeparateHosts of(int count) {
    SeparateHosts hosts = new SeparateHosts();
    if (!hosts.open(count)) {
      hosts.close();
      throw new IllegalStateException("no hosts of their own can be made here");
    }
    return hosts;
  }

  List<ClusterHost> all() {
    return List.copyOf(hosts);
  }

  /** Takes a host's cable out: what is sent is lost, and nobody is told. */
  void cut(int host) {
    link(host, "down");
  }

  /** Puts it in again. */
  void heal(int host) {
    link(host, "up");
  }

  private boolean open(int count) {
    return Shell.run("ip", "link", "add", name, "type", "bridge")
        && Shell.run("ip", "link", "set", name, "up")
        && IntStream.range(0, count).allMatch(this::join);
  }

  private boolean join(int host) {
    String space = space(host);
    String address = NETWORK + (host + 1);
    hosts.add(new ClusterHost(address, List.of("ip", "netns", "exec", space)));
    return Shell.run("ip", "netns", "add", space)
        && Shell.run(
            "ip",
            "link",
            "add",
            cable(host),
            "type",
            "veth",
            "peer",
            "name",
            "eth0",
            "netns",
            space)
        && Shell.run("ip", "link", "set", cable(host), "master", name, "up")
        && Shell.run("ip", "-n", space, "addr", "add", address + "/24", "dev", "eth0")
        && Shell.run("ip", "-n", space, "link", "set", "eth0", "up")
        && Shell.run("ip", "-n", space, "link", "set", "lo", "up");
  }

  private void link(int host, String state) {
    if (!Shell.run("ip", "link", "set", cable(host), state)) {
      throw new IllegalStateException("the link of host " + host + " cannot be set " + state);
    }
  }

  private String space(int host) {
    return name + "h" + host;
  }

  private String cable(int host) {
    return name + "c" + host;
  }

  @Override
  public void close() {
    for (int host = 0; host < hosts.size(); host++) {
      Shell.run("ip", "link", "del", cable(host));
      Shell.run("ip", "netns", "del", space(host));
    }
    Shell.run("ip", "link", "del", name);
  }
}
