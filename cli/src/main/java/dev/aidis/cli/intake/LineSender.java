package dev.aidis.cli.intake;

/** Takes activities, each a JSON object on one line, to the tracker, in their order. */
interface LineSender {
  void add(String line);

  /** Returns when the tracker has all of them, or has refused single ones. */
  void flush();
}
