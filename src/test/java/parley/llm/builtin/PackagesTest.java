package parley.llm.builtin;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/// The engine's packages: skills stand on knowledge of language, numbers and dates, which know
/// nothing of skills.
final class PackagesTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("parley.llm.builtin");

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("parley.llm.builtin.(*)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void knowledgeDoesNotKnowTheSkills() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("..language", "..calculation", "..calendar")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parley.llm.builtin", "parley.llm.builtin.skill", "parley.llm")
                .check(CLASSES);
    }

    @Test
    void mostTypesAreHidden() {
        long seen =
                CLASSES.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .count();
        long all = CLASSES.stream().filter(JavaClass::isTopLevelClass).count();
        assertThat(seen * 2).isLessThan(all);
    }
}
