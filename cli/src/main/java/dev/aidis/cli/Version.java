package dev.aidis.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this command, from its jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"aidis " + number()};
  }

  private static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
