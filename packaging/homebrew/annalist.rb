# Beside annalist-0.1.0.tar.gz, as packaging/README.md says.
class Annalist < Formula
  desc "Timeline explorer for the terminal"
  url "file://#{__dir__}/annalist-0.1.0.tar.gz"
  version "0.1.0"
  license any_of: ["MIT", "Apache-2.0"]

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args
    system "packaging/documents", "documents", bin/"annalist"
    man1.install Dir["documents/*.1"]
    bash_completion.install "documents/annalist.bash" => "annalist"
    fish_completion.install "documents/annalist.fish"
    zsh_completion.install "documents/_annalist"
  end

  test do
    assert_match "annalist #{version}", shell_output("#{bin}/annalist --version")
    assert_match "0 errors", shell_output("#{bin}/annalist check")
  end
end
