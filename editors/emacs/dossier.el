;;; dossier.el --- Rule files of dossier with its language server -*- lexical-binding: t -*-

;; Needs eglot, which Emacs 29 has and other versions get as a package (Debian: elpa-eglot), and yaml-mode.
;; (load "/path/to/dossier.el") in the init file; rule files then start the server by themselves.

(require 'eglot)

(defgroup dossier nil "Rule files of dossier." :group 'tools)

(defcustom dossier-command '("dossier" "lsp")
  "The language server with its arguments."
  :type '(repeat string))

(defcustom dossier-submissions nil
  "A submission or a batch that rules are evaluated on, or nil."
  :type '(choice (const nil) directory))

(define-derived-mode dossier-rules-mode yaml-mode "Dossier"
  "Major mode for the YAML files of dossier.")

(add-to-list 'magic-mode-alist
             '("\\(?:#.*\n\\|\n\\)*schema:[ ]*dossier/" . dossier-rules-mode))

(add-to-list 'eglot-server-programs
             (cons 'dossier-rules-mode
                   (lambda (&rest _)
                     (append dossier-command
                             (when dossier-submissions
                               (list "--on" (expand-file-name dossier-submissions)))))))

(add-hook 'dossier-rules-mode-hook #'eglot-ensure)

(defun dossier-run-tests (filter)
  "Run the tests of the rules whose id or pack is FILTER."
  (interactive "sRule or pack: ")
  (jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand
                   (list :command "dossier.runTests" :arguments (vector filter))))

(defun dossier-choose-submissions (path)
  "Evaluate rules on the submissions at PATH from now on."
  (interactive "FSubmission or batch: ")
  (jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand
                   (list :command "dossier.chooseSubmissions"
                         :arguments (vector (expand-file-name path)))))

(provide 'dossier)
;;; dossier.el ends here
