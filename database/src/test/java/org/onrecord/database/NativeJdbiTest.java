package org.onrecord.database;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Jdbi makes its settings by their class. A native executable in which one is missing is built, and fails when it is asked for. */
class NativeJdbiTest {

    private static final String KNOWN = "META-INF/native-image/org.jdbi/jdbi3-core/reachability-metadata.json";

    @Test
    void everyKindOfSettingIsKnownToNativeBuilds() throws Exception {
        String jar = Jdbi.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile jdbi = new JarFile(jar)) {
            List<String> settings = jdbi.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("org/jdbi/v3/core/") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(NativeJdbiTest::isSetting)
                    .toList();

            assertThat(settings).hasSizeGreaterThan(10);
            assertThat(known(jdbi)).contains(settings.stream().map(name -> '"' + name + '"').toList());
        }
    }

    private static boolean isSetting(String name) {
        try {
            Class<?> type = Class.forName(name, false, Jdbi.class.getClassLoader());
            return JdbiConfig.class.isAssignableFrom(type)
                    && !type.isInterface()
                    && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            // Made for a library that is not here.
            return false;
        }
    }

    private static String known(JarFile jdbi) throws IOException {
        try (InputStream metadata = jdbi.getInputStream(jdbi.getEntry(KNOWN))) {
            return new String(metadata.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
