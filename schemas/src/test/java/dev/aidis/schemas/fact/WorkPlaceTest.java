package dev.aidis.schemas.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkPlaceTest {
  private static final WorkPlace UNIX = new WorkPlace("/home/ada/shop/", "/home/ada/shop/src");
  private static final WorkPlace WINDOWS = new WorkPlace("C:\\src\\shop", "C:\\src\\shop\\api");

  @ParameterizedTest
  @CsvSource({
    "/home/ada/shop/src/Cart.java, src/Cart.java",
    "Cart.java, src/Cart.java",
    "./Cart.java, src/Cart.java",
    "../README.md, README.md",
    "../../till/a.txt, /home/ada/till/a.txt",
    "/home/ada/shopping/a.txt, /home/ada/shopping/a.txt",
    "main/, src/main/",
    "~/.bashrc, ~/.bashrc",
    "/a//b/../c, /a/c",
  })
  void aFileIsNamedRelativeToTheRoot(String path, String name) {
    assertThat(UNIX.nameOf(path)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\src\\shop\\api\\Cart.cs, api/Cart.cs",
    "Cart.cs, api/Cart.cs",
    "sub\\Cart.cs, api/sub/Cart.cs",
    "D:\\a.txt, D:/a.txt",
  })
  void onWindowsToo(String path, String name) {
    assertThat(WINDOWS.nameOf(path)).contains(name);
  }

  @Test
  void nowhereAPathIsItself() {
    assertThat(new WorkPlace(null, null).nameOf("./src/a.txt")).contains("src/a.txt");
  }

  @Test
  void aPathThatIsTooLongHasNoName() {
    assertThat(UNIX.nameOf("x".repeat(3_999))).isEmpty();
  }
}
