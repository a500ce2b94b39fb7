package luthier.datasets;

import luthier.contract.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("luthier.datasets");
    }
}
